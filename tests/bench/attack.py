#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients of a receiver, good and bad, for some seconds: attack.py slow|idle|good PORT SECONDS [NUMBER]

slow   NUMBER (400) senders give their head, or their body, a byte a second, and come again when they are ended; another
       asks thousands of times and reads no answer
idle   NUMBER (4,000) connections that say nothing, and come again when they are ended
good   NUMBER (2,500) events a second in batches over a few connections; says at the end how it was answered"""
import http.client
import json
import resource
import selectors
import socket
import sys
import threading
import time

PATIENCE = 60
CLIENTS, BATCH = 4, 25


def connect(port):
    made = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
    made.setblocking(False)
    return made


def held(port, number, until, greet, keep_on):
    """As many connections all the time; keep_on is called with each once a second."""
    watched = selectors.DefaultSelector()
    made = 0
    while time.monotonic() < until:
        while len(watched.get_map()) < number and time.monotonic() < until:
            each = connect(port)
            greet(each, made)
            watched.register(each, selectors.EVENT_READ)
            made += 1
        second = time.monotonic() + 1
        while time.monotonic() < second:
            for key, _ in watched.select(0.2):
                try:
                    over = key.fileobj.recv(4096) == b""
                except OSError:
                    over = True
                if over:
                    watched.unregister(key.fileobj)
                    key.fileobj.close()
        for key in list(watched.get_map().values()):
            keep_on(key.fileobj)


def slow(port, until, number):
    head = b"POST /v1/track HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n" % port
    beginnings = [head[:20], head + b"Content-Length: 1000\r\n\r\n{"]

    def a_byte(sender):
        try:
            sender.send(b"x")
        except OSError:
            pass

    reader = connect(port)
    try:
        reader.send(b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % port * 2000)  # and reads nothing
    except OSError:
        pass
    held(port, number, until, lambda sender, count: sender.send(beginnings[count % 2]), a_byte)


def idle(port, until, number):
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, number + 100),) * 2)
    held(port, min(number, most - 100), until, lambda *_: None, lambda *_: None)


def good(port, until, number):
    pause = CLIENTS * BATCH / number
    told = {"events": 0, "failed": 0, "slowest": 0.0}
    lock = threading.Lock()

    def client(which):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        count, due = 0, time.monotonic()
        while time.monotonic() < until:
            body = json.dumps({"writeKey": "goodgoodgoodgood", "batch": [
                {"type": "track", "event": "Push Sent", "userId": f"user-{which}", "messageId": f"{which}-{count}-{item}",
                 "properties": {"message_type": "Push", "campaign_code": f"C-{item}"}} for item in range(BATCH)]})
            begun = time.monotonic()
            try:
                connection.request("POST", "/v1/batch", body)
                answer = connection.getresponse()
                answer.read()
                status = answer.status
            except (OSError, http.client.HTTPException):
                status = 0
                connection.close()
            took = time.monotonic() - begun
            with lock:
                told["events" if status == 200 else "failed"] += BATCH
                told["slowest"] = max(told["slowest"], took * 1000)
            count += 1
            due = max(due + pause, time.monotonic() - 1)  # what was missed is made good, but not more than a second of it
            time.sleep(max(0, due - time.monotonic()))

    clients = [threading.Thread(target=client, args=(which,)) for which in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    print(json.dumps(told), flush=True)


def main():
    what, port, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    act, usual = {"slow": (slow, 400), "idle": (idle, 4000), "good": (good, 2500)}[what]
    act(port, time.monotonic() + seconds, int(sys.argv[4]) if len(sys.argv) > 4 else usual)


main()
