#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The relay from end to end: events of Pushwoosh's webhook in arrays of 100, through the journal, out to a service that
only reads, on the same cores. Prints a table: relay.py SEGUE WEBHOOK_POSTER [EVENTS [RUNS]]"""
import os
import pathlib
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent
KEY = b"benchbenchbenchbenchbenchbench12\n"


def line_of(stream, pattern):
    for line in stream:
        found = re.search(pattern, line)
        if found:
            return found.group(1)
    raise SystemExit("it ended before it listened")


class Relay:
    def __init__(self, segue, folder):
        self.data = folder / "data"
        # No bus: nothing of the desktop is asked.
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(folder), LC_ALL="C.UTF-8",
                                DBUS_SESSION_BUS_ADDRESS=f"unix:path={folder}/no-bus")
        self.segue = segue
        self.sink = subprocess.Popen(["node", HERE / "read_sink.js"], stdout=subprocess.PIPE, text=True)
        sink = line_of(self.sink.stdout, r"port (\d+)")
        self.command("connections", "add", "--name", "Bench", "--environment", "dev", "--endpoint",
                     f"http://127.0.0.1:{sink}")
        told = self.command("connections", "webhook-url", "Bench")
        self.path = re.search(r"/pushwoosh/[0-9a-f]+", told).group(0)
        self.receiver = subprocess.Popen(
            [segue, "receive", "--port", "0", "--relay-to", "Bench", "--built-in-is-off", "--write-key-stdin", "--quiet",
             "--data-dir", self.data], env=self.environment, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        self.receiver.stdin.write(KEY)
        self.receiver.stdin.close()
        self.port = line_of((line.decode() for line in self.receiver.stderr), r"127\.0\.0\.1:(\d+)")

    def command(self, *line):
        return subprocess.run([self.segue, *line, "--data-dir", self.data], env=self.environment, check=True,
                              capture_output=True, text=True).stdout

    def counts(self):
        with sqlite3.connect(f"file:{self.data}/journal.sqlite?mode=ro", uri=True) as journal:
            return dict(journal.execute("SELECT state, sum(n) FROM tally GROUP BY state"))

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.receiver.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        status = pathlib.Path(f"/proc/{self.receiver.pid}/status").read_text()
        return [int(re.search(name + r":\s+(\d+)", status).group(1)) // 1024 for name in ("VmRSS", "VmHWM")]

    def end(self):
        self.receiver.terminate()
        self.receiver.wait()
        self.sink.terminate()
        self.sink.wait()


def run(relay, poster, events, first):
    """(seconds until posted, seconds until all were accepted, CPU seconds)"""
    before, cpu, begun = relay.counts(), relay.cpu(), time.monotonic()
    subprocess.run([poster, relay.port, relay.path, str(events), "100", "8", str(first)], check=True,
                   stdout=subprocess.DEVNULL)
    posted = time.monotonic() - begun
    wanted = sum(before.values()) + events
    while True:
        counts = relay.counts()
        accepted = max(counts.values()) if counts else 0
        if accepted == wanted:
            return posted, time.monotonic() - begun, relay.cpu() - cpu
        if time.monotonic() - begun > 600:
            raise SystemExit(f"not all were accepted: {counts}")
        time.sleep(0.02)  # between two looks


def main():
    segue, poster = sys.argv[1:3]
    events = int(sys.argv[3]) if len(sys.argv) > 3 else 50_000
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    with tempfile.TemporaryDirectory(prefix="segue-relay-") as name:
        relay = Relay(segue, pathlib.Path(name))
        try:
            print(f"{'events':>9} {'posted, ev./s':>14} {'relayed, ev./s':>15} {'CPU, µs/ev.':>12} {'memory, MB':>11} {'peak':>5}")
            rates = []
            for number in range(runs):
                posted, whole, cpu = run(relay, poster, events, number * events)
                rates.append(events / whole)
                now, peak = relay.memory()
                print(f"{events:>9,} {events / posted:>14,.0f} {events / whole:>15,.0f} {cpu / events * 1e6:>12.1f} {now:>11} {peak:>5}",
                      flush=True)
            print(f"median {statistics.median(rates):,.0f} events/s")
        finally:
            relay.end()


main()
