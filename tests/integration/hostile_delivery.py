#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Delivers events to a sink that misbehaves while the program is killed again and again, and counts.

    with-private-bus.sh unlocked hostile_delivery.py <segue> [events] [seconds] [seed]

For so many seconds the sink answers anything, and `segue receive`, which delivers, is killed with SIGKILL every few
seconds. Each event must then have been taken or stand in the log with its reason; after the faults `segue retry` and a
last run bring all of them. No messageId comes with two bodies, and where nothing was tried twice the order is kept.
"""
import json
import os
import random
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from hostile_sink import HostileSink  # noqa: E402

CONNECTION = "Hostile"
PORTIONS = 10
END_STATES = {"accepted", "confirmed"}
PATIENCE = 240


class Segue:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def run(self, *arguments, stdin=b"", statuses=(0,)):
        done = subprocess.run([self.program, *arguments, "--data-dir", self.folder], input=stdin, capture_output=True)
        if done.returncode not in statuses:
            sys.exit(f"segue {' '.join(arguments)}: status {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def deliver(self):
        """A process that delivers until it is ended."""
        return subprocess.Popen([self.program, "receive", "--port", "0", "--data-dir", self.folder],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def log(self):
        lines = self.run("log", "--connection", CONNECTION, "--format", "ndjson", "--limit", "10000000").splitlines()
        return [json.loads(line) for line in lines]


def feed_by_send(segue, first, count, size):
    """Queues events with `segue send`; another feeder takes the same arguments."""
    calls = [{"type": "track", "event": "Push Sent", "userId": "qa",
              "properties": {"message_type": "Push", "campaign_code": str(first + i), "pad": "x" * size}}
             for i in range(count)]
    path = os.path.join(segue.folder, "feed.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(calls, file)
    # What is left stays queued, so the status says nothing here.
    segue.run("send", "--connection", CONNECTION, "--payload", path, "--timeout", "0", statuses=(0, 1, 3))
    os.remove(path)


def number_of(line):
    return int(line["payload"]["properties"]["campaign_code"])


def hostile_time(segue, events, seconds, size, chance):
    """Feeds, delivers and kills. Gives how often it killed."""
    begun = time.monotonic()
    kills = 0
    fed = 0
    process = segue.deliver()
    try:
        while time.monotonic() - begun < seconds or fed < events:
            due = min(events, int(events * min(1.0, (time.monotonic() - begun) / seconds * 2)))
            portion = max(1, events // PORTIONS)
            if due - fed >= portion or due == events and fed < events:
                count = min(portion, events - fed)
                feed_by_send(segue, fed, count, size)
                fed += count
            try:
                process.wait(chance.uniform(1.0, 4.0))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                kills += 1
            process = segue.deliver()
    finally:
        process.kill()
        process.wait()
    return kills


def check_in_between(segue, sink, events):
    lines = segue.log()
    assert len(lines) == events, f"{len(lines)} of {events} events are in the log"
    for line in lines:
        if line["state"] in END_STATES:
            assert sink.taken.get(line["messageId"]), f"{line['messageId']} is {line['state']} and was never taken"
        elif line["state"] != "queued":
            # Between two tries of a batch that was halved it is due at once, and there is nothing to say.
            assert line.get("reason") or line["state"] == "retrying", f"{line['messageId']}: {line['state']}, no reason"
    counts = {}
    for line in lines:
        counts[line["state"]] = counts.get(line["state"], 0) + 1
    return counts


def bring_the_rest(segue):
    segue.run("retry", "--connection", CONNECTION, "--state", "refused,gave-up,blocked,cancelled", "--timeout", "0",
              statuses=(0, 1))
    process = segue.deliver()
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            left = segue.run("log", "--connection", CONNECTION, "--format", "ndjson", "--limit", "1", "--state",
                             "queued,retrying,waiting,refused,gave-up,blocked,cancelled")
            if not left.strip():
                return
            assert process.poll() is None, "segue receive ended by itself"
            try:
                process.wait(0.3)
            except subprocess.TimeoutExpired:
                pass
        sys.exit("not everything was delivered: " + left.decode())
    finally:
        process.terminate()
        process.wait()


def check_at_the_end(segue, sink, events):
    lines = segue.log()
    assert len(lines) == events
    ids = {line["messageId"] for line in lines}
    assert len(ids) == events, "two events have one messageId"
    assert {line["state"] for line in lines} <= END_STATES, "not everything is accepted"
    assert set(sink.came) == ids, "the sink got other ids than the log has"
    assert set(sink.taken) == ids, "an event is accepted that the sink never took"
    assert not sink.altered, f"came with two bodies: {sink.altered[:3]}"
    assert sink.unreadable == 0, "a request was no JSON"
    once = {line["messageId"]: number_of(line) for line in lines
            if sink.came[line["messageId"]] == 1}
    order = [once[each] for each in sink.order if each in once]
    wrong = sum(1 for before, after in zip(order, order[1:]) if after < before)
    assert wrong == 0, f"{wrong} times an event that came once overtook another such event"
    return len(once)


def main():
    program = sys.argv[1]
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
    print(f"{events} events, {seconds} s, seed {seed}", flush=True)
    size = max(100, min(3000, 9_000_000 // events))
    with tempfile.TemporaryDirectory(prefix="segue-hostile-") as folder, HostileSink(seed) as sink:
        segue = Segue(program, folder)
        with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[delivery]\nlongestWaitSeconds=1\n")
        segue.run("connections", "add", "--name", CONNECTION, "--environment", "dev", "--endpoint",
                  f"http://127.0.0.1:{sink.port}", "--write-key-stdin", stdin=b"ABCDEFGHIJabcdefghij012345678901\n")
        kills = hostile_time(segue, events, seconds, size, random.Random(seed + 1))
        between = check_in_between(segue, sink, events)
        sink.calm()
        bring_the_rest(segue)
        untroubled = check_at_the_end(segue, sink, events)
        segue.run("log", "--verify")
        print(f"killed {kills} times; the sink answered {sink.requests} requests: {sink.did}")
        print(f"when the faults ended: {between}")
        print(f"repeats at the sink: {sink.repeats()}; events that came once, in order: {untroubled}")


if __name__ == "__main__":
    main()
