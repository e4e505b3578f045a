#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""analytics_node_check.py EXPECTED LOG: every line of properties stands in the log once, byte for byte."""
import json
import sys

expected = open(sys.argv[1], "rb").read().splitlines()
lines = open(sys.argv[2], "rb").read().splitlines()
assert len(lines) == len(expected), f"{len(lines)} events are there, {len(expected)} were sent"
ids = set()
found = set()
for line in lines:
    entry = json.loads(line)
    assert entry["origin"] == "capture" and entry["state"] == "received", line
    ids.add(entry["messageId"])
    number = entry["payload"]["properties"]["number"]
    assert b'"properties":' + expected[number] in line, line
    found.add(number)
assert len(ids) == len(expected), "each event has an id of its own"
assert found == set(range(len(expected))), "each event is there"
print(f"{len(lines)} events, each there once, byte for byte")
