#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Relays webhook events to a sink that misbehaves while the program is killed again and again, and counts.

    with-private-bus.sh unlocked hostile_delivery.py <segue> [events] [seconds] [seed]

For so many seconds the sink answers anything, and `segue receive --relay-to`, to which the events are posted until each
was answered 200, is killed with SIGKILL every few seconds. Each event must then have been taken or stand in the log with
its reason; after the faults `segue retry` and a last run bring all of them. No messageId comes with two bodies, and
where nothing was tried twice the order is kept.
"""
import collections
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from hostile_sink import HostileSink  # noqa: E402
from webhook_source import PER_BODY, SENDERS, WebhookSource, number_of, sender_of  # noqa: E402

CONNECTION = "Hostile"
END_STATES = {"accepted", "confirmed"}
TO_TRY_AGAIN = "refused,gave-up,blocked,cancelled"
ON_THE_WAY = "queued,retrying,waiting"
PATIENCE = 240
FEEDING = 0.85      # of the time
AT_AN_ANSWER = 0.5  # of the kills: what was answered must be on disk by then
AMID_A_POST = 0.3   # of the kills, so that some come between a commit and its answer


def free_port(chance):
    """Below those that the system gives to whoever connects: the port must be free again after each kill."""
    while True:
        port = chance.randrange(20_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                pass


class Segue:
    def __init__(self, program, folder, port):
        self.program, self.folder, self.port = program, folder, port
        self.messages = os.path.join(folder, "messages")

    def run(self, *arguments, stdin=b"", statuses=(0,)):
        done = subprocess.run([self.program, *arguments, "--data-dir", self.folder], input=stdin, capture_output=True)
        if done.returncode not in statuses:
            sys.exit(f"segue {' '.join(arguments)}: status {done.returncode}\n{done.stderr.decode()}")
        return done.stdout

    def webhook_path(self):
        shown = json.loads(self.run("connections", "webhook-url", CONNECTION, "--json"))
        return urllib.parse.urlsplit(shown["url"]).path

    def relay(self):
        """A process that takes the webhook's events and delivers them until it is ended."""
        with open(self.messages, "wb") as messages:
            return subprocess.Popen([self.program, "receive", "--port", str(self.port), "--relay-to", CONNECTION,
                                     "--built-in-is-off", "--quiet", "--data-dir", self.folder],
                                    stdout=subprocess.DEVNULL, stderr=messages)

    def said(self):
        with open(self.messages, encoding="utf-8", errors="replace") as messages:
            return messages.read()

    def log(self, *options):
        lines = self.run("log", "--connection", CONNECTION, "--format", "ndjson", *options).splitlines()
        return [json.loads(line) for line in lines]

    def whole_log(self):
        return self.log("--limit", "10000000")


def stays_alive(segue, process, seconds):
    try:
        sys.exit(f"segue receive ended by itself with {process.wait(seconds)}: {segue.said()}")
    except subprocess.TimeoutExpired:
        pass


def kill(source, process, chance):
    when = chance.random()
    try:
        if when < AT_AN_ANSWER:
            source.at_answer = process.kill
            process.wait(2.0)
        elif when < AT_AN_ANSWER + AMID_A_POST and source.under_way.wait(1.0):
            process.wait(chance.uniform(0.0, 0.02))
    except subprocess.TimeoutExpired:
        pass
    source.at_answer = None
    process.kill()
    process.wait()


def hostile_time(segue, source, seconds, chance):
    """Relays and kills. Gives how often it killed."""
    kills = 0
    begun = time.monotonic()
    latest = begun + seconds + PATIENCE
    process = segue.relay()
    try:
        source.start()
        while time.monotonic() - begun < seconds or not source.is_done():
            assert time.monotonic() < latest, f"not all events were taken: {source.answers}"
            stays_alive(segue, process, chance.uniform(0.5, 3.0))
            kill(source, process, chance)
            kills += 1
            process = segue.relay()
    finally:
        process.kill()
        process.wait()
    return kills


def check_capture(source, lines, events):
    """Each event stands in the log once, as its sender posted it; what came again is counted there."""
    assert not source.strange, f"answers after which Pushwoosh gives up: {source.strange[:10]}"
    numbers = [number_of(line["userId"]) for line in lines]
    assert sorted(numbers) == list(range(events)), f"{len(lines)} of {events} events are in the log"
    assert len({line["messageId"] for line in lines}) == events, "two events have one messageId"
    for sender in range(SENDERS):
        own = [number for number in numbers if sender_of(number) == sender]
        assert own == sorted(own), "the log has the events in another order than they came"
    for line, number in zip(lines, numbers):
        most = source.posted[number // PER_BODY] - 1
        assert line.get("repeats", 0) <= most, f"{line['messageId']}: {line['repeats']} repeats, posted {most} times again"
    return sum(line.get("repeats", 0) for line in lines)


def check_in_between(sink, lines):
    for line in lines:
        if line["state"] in END_STATES:
            assert sink.taken.get(line["messageId"]), f"{line['messageId']} is {line['state']} and was never taken"
        elif line["state"] != "queued":
            # Between two tries of a batch that was halved it is due at once, and there is nothing to say.
            assert line.get("reason") or line["state"] == "retrying", f"{line['messageId']}: {line['state']}, no reason"
    return dict(collections.Counter(line["state"] for line in lines))


def bring_the_rest(segue):
    segue.run("retry", "--connection", CONNECTION, "--state", TO_TRY_AGAIN, "--timeout", "0", statuses=(0, 1))
    process = segue.relay()
    try:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            left = segue.log("--limit", "1", "--state", f"{ON_THE_WAY},{TO_TRY_AGAIN}")
            if not left:
                return
            stays_alive(segue, process, 0.3)
        sys.exit(f"not everything was delivered: {left}")
    finally:
        process.terminate()
        process.wait()


def check_at_the_end(segue, sink, before):
    lines = segue.whole_log()
    assert [line["messageId"] for line in lines] == [line["messageId"] for line in before], "the log has other events"
    ids = {line["messageId"] for line in lines}
    assert {line["state"] for line in lines} <= END_STATES, "not everything is accepted"
    assert set(sink.came) == ids, "the sink got other ids than the log has"
    assert set(sink.taken) == ids, "an event is accepted that the sink never took"
    assert not sink.altered, f"came with two bodies: {sink.altered[:3]}"
    assert sink.unreadable == 0, "a request was no JSON"
    once = {line["messageId"]: line["id"] for line in lines if sink.came[line["messageId"]] == 1}
    order = [once[each] for each in sink.order if each in once]
    wrong = sum(1 for earlier, later in zip(order, order[1:]) if later < earlier)
    assert wrong == 0, f"{wrong} times an event that came once overtook another such event"
    return len(once)


def main():
    program = sys.argv[1]
    events = int(sys.argv[2]) if len(sys.argv) > 2 else 3000
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    seed = int(sys.argv[4]) if len(sys.argv) > 4 else random.randrange(1 << 30)
    print(f"{events} events, {seconds} s, seed {seed}", flush=True)
    chance = random.Random(seed + 1)
    size = max(100, min(3000, 9_000_000 // events))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="segue-hostile-") as folder, HostileSink(seed) as sink:
        segue = Segue(program, folder, free_port(chance))
        with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
            file.write("[delivery]\nlongestWaitSeconds=1\n")
        segue.run("connections", "add", "--name", CONNECTION, "--environment", "dev", "--endpoint",
                  f"http://127.0.0.1:{sink.port}", "--write-key-stdin", stdin=b"ABCDEFGHIJabcdefghij012345678901\n")
        source = WebhookSource(segue.port, segue.webhook_path(), events, seconds * FEEDING, size, seed + 2)
        kills = hostile_time(segue, source, seconds, chance)
        lines = segue.whole_log()
        repeated = check_capture(source, lines, events)
        between = check_in_between(sink, lines)
        sink.calm()
        bring_the_rest(segue)
        untroubled = check_at_the_end(segue, sink, lines)
        segue.run("log", "--verify")
        print(f"killed {kills} times in {time.monotonic() - begun:.0f} s; the webhook was answered {source.answers}")
        print(f"events posted again: {source.repeats()}, of which counted as repeats: {repeated}")
        print(f"the sink answered {sink.requests} requests: {sink.did}")
        print(f"when the faults ended: {between}")
        print(f"repeats at the sink: {sink.repeats()}; events that came once, in order: {untroubled}")


if __name__ == "__main__":
    main()
