#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long other clients of the receiver wait while one brings a body of the largest size. Prints a table:
large_body.py SEGUE [RUNS]"""
import http.client
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

MOST = 16 * 1024 * 1024
KEY = "largelargelargelarge"


def line_of(stream, pattern):
    for line in stream:
        found = re.search(pattern, line)
        if found:
            return found.group(1)
    raise SystemExit("it ended before it listened")


class Receiver:
    def __init__(self, segue, folder):
        self.segue, self.data = segue, folder / "data"
        # No bus: nothing of the desktop is asked.
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(folder), LC_ALL="C.UTF-8",
                                DBUS_SESSION_BUS_ADDRESS=f"unix:path={folder}/no-bus")
        self.command("connections", "add", "--name", "Bench", "--environment", "dev", "--region", "us")
        self.paths = {what: re.search(rf"/{route}/[0-9a-f]+", self.command("connections", what, "Bench")).group(0)
                      for what, route in (("webhook-url", "pushwoosh"), ("echo-url", "segment"))}
        self.process = subprocess.Popen([segue, "receive", "--port", "0", "--quiet", "--data-dir", self.data],
                                        env=self.environment, stderr=subprocess.PIPE, text=True)
        self.port = int(line_of(self.process.stderr, r"127\.0\.0\.1:(\d+)"))

    def command(self, *line):
        return subprocess.run([self.segue, *line, "--data-dir", self.data], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def post(self, path, body):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        connection.request("POST", path, body)
        status = connection.getresponse().status
        connection.close()
        return status


def filled(item, head=b"[", tail=b"]", most=MOST):
    """As many items as fit."""
    parts, size, number = [], len(head) + len(tail), 0
    while True:
        part = item(number)
        size += len(part) + 1
        if size > most:
            return head + b",".join(parts) + tail
        parts.append(part)
        number += 1


def event(number):
    return (b'{"event_name":"Push Sent","message_id":%d,"message_code":"1A2B-3C4D5E6F-708090A0","campaign_id":77,"platform":1,'
            b'"application_code":"1A2B3-C4D5E","hwid":"9F3C21D4-%08d","user_id":"user-%d","payload":"Hello"}'
            % (1 << 62 | number, number, number))


def call(number):
    return json.dumps({"type": "track", "event": "Push Sent", "userId": f"user-{number}", "messageId": f"echo-{number}",
                       "timestamp": "2026-01-02T03:04:05.678Z", "properties": {"message_type": "Push"}}).encode()


def measured(receiver, path, body):
    """(ms until it was answered, status, slowest other answer in ms, how many others)"""
    over, slowest, others = threading.Event(), 0.0, 0

    def send():
        nonlocal answer, took
        begun = time.monotonic()
        answer = receiver.post(path, body)
        took = time.monotonic() - begun
        over.set()

    answer, took = 0, 0.0
    sender = threading.Thread(target=send)
    client = http.client.HTTPConnection("127.0.0.1", receiver.port, timeout=120)
    sender.start()
    while not over.is_set():
        begun = time.monotonic()
        client.request("GET", "/healthz")
        client.getresponse().read()
        slowest = max(slowest, time.monotonic() - begun)
        others += 1
        over.wait(0.002)
    sender.join()
    return took * 1000, answer, slowest * 1000, others


def main():
    segue, runs = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5
    most_of_values = b"[" + b"1," * 999_998 + b"1]"
    with tempfile.TemporaryDirectory(prefix="segue-large-") as name:
        receiver = Receiver(segue, pathlib.Path(name))
        bodies = [("webhook, 16 MB of events", receiver.paths["webhook-url"], lambda run: filled(lambda n: event(n + run * 10**6))),
                  ("webhook, one event of 16 MB", receiver.paths["webhook-url"],
                   lambda run: b'{"event_name":"Push Sent","run":%d,"x":"' % run + b"x" * (MOST - 60) + b'"}'),
                  ("webhook, a million numbers", receiver.paths["webhook-url"], lambda run: most_of_values),
                  ("echo, 16 MB of calls", receiver.paths["echo-url"], lambda run: filled(lambda n: call(n + run * 10**6))),
                  ("capture, 500 KB in a batch", "/v1/batch",
                   lambda run: filled(call, b'{"writeKey":"%s","batch":[' % KEY.encode(), b"]}", 500 * 1024))]
        try:
            print(f"{'':<30} {'status':>6} {'answered, ms':>13} {'others waited at most, ms':>26} {'others':>7}")
            for what, path, make in bodies:
                rows = [measured(receiver, path, make(run)) for run in range(runs)]
                print(f"{what:<30} {rows[0][1]:>6} {statistics.median(r[0] for r in rows):>13.0f} "
                      f"{statistics.median(r[2] for r in rows):>26.0f} {statistics.median(r[3] for r in rows):>7.0f}", flush=True)
        finally:
            receiver.process.terminate()
            receiver.process.wait()


main()
