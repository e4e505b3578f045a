#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`segue receive` in hard times: hard_times.py SEGUE idle|slow|full

idle   10,000 connections that say nothing are tried; a client with manners is served all the while
slow   as many senders as there are places send their head, or their body, a byte a second; another reads no answer
full   the disk is full (a small file system of its own): 503, nothing that was acknowledged is lost, and it goes on by
       itself when there is room. Skipped (77) where no file system can be mounted."""
import http.client
import json
import os
import pathlib
import random
import re
import resource
import selectors
import socket
import subprocess
import sys
import tempfile
import time

PATIENCE = 60


class Receiver:
    def __init__(self, segue, folder, data):
        # No bus: nothing of the desktop is asked.
        self.environment = dict(os.environ, XDG_RUNTIME_DIR=str(folder), LC_ALL="C.UTF-8",
                                DBUS_SESSION_BUS_ADDRESS=f"unix:path={folder}/no-bus")
        self.segue, self.data = segue, data
        self.process = subprocess.Popen([segue, "receive", "--port", "0", "--quiet", "--data-dir", data],
                                        env=self.environment, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            found = re.search(r"127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                return
        raise AssertionError("it ended before it listened")

    def post(self, message_id, filling="", connection=None):
        """The status; 0 when there was no answer."""
        body = json.dumps({"writeKey": "hardhardhardhard", "event": "Push Sent", "userId": "1", "messageId": message_id,
                           "properties": {"filling": filling}})
        client = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            client.request("POST", "/v1/track", body)
            answer = client.getresponse()
            answer.read()
            return answer.status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            if connection is None:
                client.close()

    def end(self):
        self.process.terminate()
        self.process.stderr.read()
        assert self.process.wait(PATIENCE) == 0, "a clean stop on SIGTERM"

    def kept(self):
        lines = subprocess.run([self.segue, "log", "--format", "ndjson", "--limit", "1000000", "--data-dir", self.data],
                               env=self.environment, check=True, capture_output=True).stdout.splitlines()
        return [json.loads(line)["messageId"] for line in lines]

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024


def served(receiver, what, count=20):
    """A client with manners comes again and again."""
    longest = 0.0
    for number in range(count):
        begun = time.monotonic()
        status = receiver.post(f"{what}-{number}")
        longest = max(longest, time.monotonic() - begun)
        assert status == 200, (what, number, status)
    return longest


def idle(receiver):
    # Both ends of each connection are on this computer, but the other end is another process.
    wanted = min(10_000, resource.getrlimit(resource.RLIMIT_NOFILE)[1] - 200)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted + 100,) * 2)
    held = []
    longest = 0.0
    for number in range(wanted):
        held.append(socket.create_connection(("127.0.0.1", receiver.port)))
        if number % 500 == 499:
            longest = max(longest, served(receiver, f"idle-{number}", 5))
    longest = max(longest, served(receiver, "idle"))
    print(f"{len(held):,} idle connections; the slowest answer took {longest * 1000:.0f} ms; "
          f"memory {receiver.memory()} MB", flush=True)
    assert receiver.memory() < 200
    for each in held:
        each.close()


def slow(receiver):
    head = b"POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % receiver.port
    beginnings = [head[:20], head + b"Content-Length: 1000\r\n\r\n{"]
    senders = selectors.DefaultSelector()
    for number in range(400):
        each = socket.create_connection(("127.0.0.1", receiver.port))
        each.sendall(beginnings[number % 2])
        each.setblocking(False)
        senders.register(each, selectors.EVENT_READ)
    reader = socket.create_connection(("127.0.0.1", receiver.port))
    reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % receiver.port * 2000)  # and reads nothing
    longest = served(receiver, "slow")
    ended, end = 0, time.monotonic() + PATIENCE
    while senders.get_map() and time.monotonic() < end:
        for key, _ in senders.select(1):
            try:
                gone = key.fileobj.recv(4096) == b""
            except ConnectionError:
                gone = True
            if gone:
                senders.unregister(key.fileobj)
                ended += 1
        for key in list(senders.get_map().values()):  # a byte a second
            try:
                key.fileobj.send(b"x")
            except OSError:
                pass
    print(f"{ended} slow senders were ended; the slowest good answer took {longest * 1000:.0f} ms", flush=True)
    assert ended == 400, ended
    served(receiver, "after")
    reader.close()


def full(receiver, ballast):
    noise = random.Random(20261125)
    acknowledged, refused = [], 0
    for number in range(4000):
        status = receiver.post(f"full-{number}", "%x" % noise.getrandbits(80_000))
        assert status in (200, 503), status
        if status == 200:
            acknowledged.append(f"full-{number}")
        else:
            refused += 1
            if refused == 20:
                break
    assert refused == 20 and acknowledged, (refused, len(acknowledged))
    assert receiver.process.poll() is None
    ballast.unlink()
    end = time.monotonic() + PATIENCE
    number = 0
    while receiver.post(f"room-{number}") != 200:
        number += 1
        assert time.monotonic() < end, "it goes on when there is room"
        time.sleep(0.1)  # between two looks
    acknowledged.append(f"room-{number}")
    return acknowledged


def on_a_small_disk(segue, folder):
    disk = folder / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=12m,mode=0700", "tmpfs", disk], capture_output=True).returncode:
        print("Skipped: no file system can be mounted here.")
        sys.exit(77)
    try:
        (disk / "ballast").write_bytes(b"x" * 4_000_000)
        receiver = Receiver(segue, folder, disk / "data")
        acknowledged = full(receiver, disk / "ballast")
        receiver.end()
        kept = receiver.kept()
        assert len(set(kept)) == len(kept), "each once"
        assert set(acknowledged) <= set(kept), "what was acknowledged is there"
        print(f"{len(acknowledged)} acknowledged, {len(kept)} kept", flush=True)
    finally:
        subprocess.run(["umount", "--lazy", disk], check=False)


def main():
    segue, what = os.path.abspath(sys.argv[1]), sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="segue-hard-") as name:
        folder = pathlib.Path(name)
        if what == "full":
            on_a_small_disk(segue, folder)
            return
        receiver = Receiver(segue, folder, folder / "data")
        try:
            {"idle": idle, "slow": slow}[what](receiver)
            receiver.end()
            print(f"{len(receiver.kept())} events of good clients are kept")
        finally:
            receiver.process.kill()


main()
