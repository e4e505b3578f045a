# SPDX-License-Identifier: GPL-3.0-or-later
"""A tracking endpoint that misbehaves: any mix of answers, delays, resets and half answers, with a count of all that came.

    with HostileSink(seed) as sink:
        sink.port, sink.calm()
"""
import json
import random
import socket
import socketserver
import struct
import threading
import time

REASONS = {200: "OK", 302: "Found"}
# What happens to a request, and how often beside the others.
USUAL_MIX = {
    "200": 45, "400": 3, "413": 2, "401": 1, "403": 1, "404": 1, "408": 3, "410": 2, "429": 5, "429 soon": 3, "460": 1,
    "500": 5, "501": 1, "502": 3, "503": 5, "slow": 6, "hang": 1, "reset at once": 4, "reset": 6, "close": 4, "half head": 3,
    "half body": 5, "html": 2, "302": 1, "endless": 1,
}


class HostileSink:
    """Counts by messageId: how often each came, with which bodies, and in which order those came that were answered well."""

    def __init__(self, seed, mix=None):
        self._random = random.Random(seed)
        self._mix = dict(mix or USUAL_MIX)
        self._calm = False
        self._lock = threading.Lock()
        self.requests = 0
        self.did = {}        # what was done, how often
        self.came = {}       # messageId: how often it came in a whole request
        self.taken = {}      # messageId: how often it came in a request that was answered well to the end
        self.bodies = {}     # messageId: its call without sentAt, as it first came
        self.altered = []    # messageIds that came with another body
        self.order = []      # messageIds as they came
        self.unreadable = 0  # bodies that are no JSON
        sink = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self):
                try:
                    sink._serve(self.request)
                except (OSError, ValueError):
                    pass

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 64

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def calm(self):
        """From now on everything is answered well."""
        with self._lock:
            self._calm = True

    def repeats(self):
        """How many calls came that had come before."""
        with self._lock:
            return sum(self.came.values()) - len(self.came)

    def _choose(self):
        with self._lock:
            self.requests += 1
            word = "200" if self._calm else self._random.choices(list(self._mix), list(self._mix.values()))[0]
            self.did[word] = self.did.get(word, 0) + 1
            return word

    def _serve(self, peer):
        peer.settimeout(30)
        kept = b""
        while True:
            word = None
            while b"\r\n\r\n" not in kept:
                piece = peer.recv(65536)
                if not piece:
                    return
                kept += piece
                if word is None:
                    word = self._choose()
                    if word == "reset at once":
                        return self._reset(peer)
            if word is None:
                word = self._choose()
            head, _, kept = kept.partition(b"\r\n\r\n")
            length = 0
            for line in head.split(b"\r\n")[1:]:
                name, _, value = line.partition(b":")
                if name.strip().lower() == b"content-length":
                    length = int(value)
            while len(kept) < length:
                piece = peer.recv(1 << 20)
                if not piece:
                    return
                kept += piece
            body, kept = kept[:length], kept[length:]
            ids = self._note(body)
            if not self._answer(peer, word):
                return
            if word in ("200", "slow"):
                with self._lock:
                    for each in ids:
                        self.taken[each] = self.taken.get(each, 0) + 1

    def _note(self, body):
        try:
            call = json.loads(body)
        except ValueError:
            with self._lock:
                self.unreadable += 1
            return []
        items = call["batch"] if "batch" in call else [call]
        ids = []
        with self._lock:
            for item in items:
                item.pop("sentAt", None)
                item.pop("type", None)  # the route says it for a single call
                name = item["messageId"]
                text = json.dumps(item, sort_keys=True)
                if self.bodies.setdefault(name, text) != text:
                    self.altered.append(name)
                self.came[name] = self.came.get(name, 0) + 1
                self.order.append(name)
                ids.append(name)
        return ids

    @staticmethod
    def _reset(peer):
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        peer.close()

    def _answer(self, peer, word):
        """False: the connection is over."""
        good = b'{"success":true}'

        def send(status, body=good, headers=b"Content-Type: application/json\r\n"):
            head = f"HTTP/1.1 {status} {REASONS.get(status, 'Other')}\r\nContent-Length: {len(body)}\r\n"
            peer.sendall(head.encode() + headers + b"\r\n" + body)
            return True

        if word == "slow":
            time.sleep(self._random.uniform(0.05, 0.8))
            return send(200)
        if word == "hang":
            time.sleep(11)
            return False
        if word == "reset":
            self._reset(peer)
            return False
        if word == "close":
            return False
        if word == "half head":
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Le")
            return False
        if word == "half body":
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"succ")
            return False
        if word == "endless":
            peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n")
            for _ in range(64):
                peer.sendall(b"x" * 16384)
            return False
        if word == "html":
            return send(200, b"<html><body>Sign in to the network</body></html>", b"Content-Type: text/html\r\n")
        if word == "302":
            return send(302, b"", b"Location: http://127.0.0.1:9/\r\n")
        if word == "429 soon":
            return send(429, b"{}", b"Retry-After: 1\r\n")
        status = int(word)
        return send(status, good if status == 200 else b'{"success":false,"message":"no"}')
