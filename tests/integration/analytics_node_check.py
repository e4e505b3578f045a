#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""analytics_node_check.py EXPECTED LOG CLIENT calm|faults|impatient

Every line of properties stands in the log once, byte for byte; one that the client gave up, once or not at all. Faults
were played when they were to be, and the client met them."""
import json
import sys


def check_log(expected, lines, given_up):
    ids, found = set(), []
    for line in lines:
        entry = json.loads(line)
        assert entry["origin"] == "capture" and entry["state"] == "received", line
        ids.add(entry["messageId"])
        number = entry["payload"]["properties"]["number"]
        assert b'"properties":' + expected[number] in line, line
        found.append(number)
    twice = len(found) - len(set(found))
    assert twice == 0, f"{twice} of {len(expected)} events stand there more than once"
    assert len(ids) == len(found), "each event has an id of its own"
    missing = set(range(len(expected))) - set(found) - set(given_up)
    assert not missing, f"{len(missing)} events are not there that the client did not give up: {sorted(missing)[:5]}"
    return len(found)


def check_client(client, count, way):
    assert client["answered"] == count, client
    answers = client["answers"]
    errors = sum(times for status, times in answers.items() if status.startswith("5"))
    if way == "calm":
        assert not client["givenUp"] and set(answers) == {"200"} and client["unanswered"] == 0, client
    elif way == "faults":
        assert min(answers.get("429", 0), errors, client["unanswered"], client["late"]) > 0, client
    else:
        assert client["unanswered"] > 0, client


def main():
    expected = open(sys.argv[1], "rb").read().splitlines()
    lines = open(sys.argv[2], "rb").read().splitlines()
    client = json.loads(open(sys.argv[3], "rb").read())
    check_client(client, len(expected), sys.argv[4])
    kept = check_log(expected, lines, client["givenUp"])
    print(f"{kept} events of {len(expected)}, each there once, byte for byte; the client gave up "
          f"{len(client['givenUp'])}. {client['requests']} requests, {client['unanswered']} without an answer, answers: "
          f"{client['answers']}, late ones: {client['late']}")


if __name__ == "__main__":
    main()
