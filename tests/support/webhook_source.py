# SPDX-License-Identifier: GPL-3.0-or-later
"""Posts events to the address of a webhook, as Pushwoosh does: in arrays, each again until it is answered 200.

    source = WebhookSource(port, path, events, seconds, size, seed)
    source.start(); source.finish(patience); source.posted, source.answers
"""
import http.client
import json
import random
import threading
import time

EVENTS = ["Push Sent", "Push Delivered", "Email Sent", "Email Delivered", "Email Bounced", "SMS Sent", "SMS Delivered"]
PLATFORMS = ["iOS", "Android", "Email", "SMS"]
PER_BODY = 50
SENDERS = 2
FULL = 503  # what came could not be kept


def event_of(number, size):
    """Told apart by `user_id`; `size` characters beside what an event has."""
    return {"event_name": EVENTS[number % len(EVENTS)], "message_id": 9_007_199_254_740_993 + number % 7,
            "message_code": "1A2B-3C4D5E6F-708090A0", "campaign_id": 4711, "campaign_code": "c" * size,
            "platform": PLATFORMS[number % len(PLATFORMS)], "application": "11111-22222", "hwid": f"h-{number}",
            "user_id": f"u-{number}"}


def number_of(user_id):
    return int(user_id.partition("-")[2])


def sender_of(number):
    """Which sender posts this event. Each posts its own in ascending order."""
    return number // PER_BODY % SENDERS


class WebhookSource:
    def __init__(self, port, path, events, seconds, size, seed):
        self._port, self._path, self._events, self._seconds, self._size = port, path, events, seconds, size
        self._threads = [threading.Thread(target=self._send, args=(each, random.Random(seed + each)), daemon=True)
                         for each in range(SENDERS)]
        self._lock = threading.Lock()
        self._begun = None
        self.under_way = threading.Event()  # somebody waits for an answer
        self.at_answer = None               # called once, at the next answer 200
        self.posted = {}   # number of a body: how often it was posted
        self.answers = {}  # status, or what happened to the connection: how often
        self.strange = []  # answers that make Pushwoosh lose events

    def start(self):
        self._begun = time.monotonic()
        for thread in self._threads:
            thread.start()

    def is_done(self):
        return not any(thread.is_alive() for thread in self._threads)

    def finish(self, patience):
        """False when not everything was taken by then."""
        until = time.monotonic() + patience
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return self.is_done()

    def repeats(self):
        """How many events were posted that had been posted before."""
        return sum((times - 1) * min(PER_BODY, self._events - body * PER_BODY) for body, times in self.posted.items())

    def _send(self, sender, chance):
        bodies = (self._events + PER_BODY - 1) // PER_BODY
        client = None
        pause = threading.Event()  # never set: waits, and nothing else
        for body in range(sender, bodies, SENDERS):
            pause.wait(max(0.0, self._begun + self._seconds * body / bodies - time.monotonic()))
            first = body * PER_BODY
            text = json.dumps([event_of(number, self._size)
                               for number in range(first, min(first + PER_BODY, self._events))])
            while True:
                client = client or http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
                status = self._post(client, body, text)
                if status == 200:
                    call, self.at_answer = self.at_answer, None
                    if call:
                        call()
                    break
                client.close()
                client = None
                pause.wait(chance.uniform(0.05, 0.3))

    def _post(self, client, body, text):
        self.under_way.set()
        try:
            client.request("POST", self._path, text, {"Content-Type": "application/json"})
            answer = client.getresponse()
            answer.read()
            what = answer.status
        except ConnectionRefusedError:
            what = "refused"
        except (OSError, http.client.HTTPException):
            what = "cut"
        self.under_way.clear()
        with self._lock:
            self.answers[what] = self.answers.get(what, 0) + 1
            if what != "refused":
                self.posted[body] = self.posted.get(body, 0) + 1
            if what not in (200, FULL, "refused", "cut"):
                self.strange.append(what)
        return what
