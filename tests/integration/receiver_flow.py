#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person switches the receiver and the relay on, an event comes by the webhook and goes to the endpoint, and its echo is
refused with a wrong signature and taken with the right one; then the program is started again and still listens.

receiver_flow.py SEGUE TRACK_SINK, under with-window.sh unlocked."""
import hashlib
import hmac
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

from person import Window, until, watched
from window_flow import KEY, add_connection, no_trace_in_the_process, no_trace_of_the_key, received, states

EVENT = "Push Delivered"  # one of those that are selected
SECRET = "a secret that both know"
WEBHOOK = {"event_name": EVENT, "message_id": 18446744073709551615, "message_code": "1A2B-3C4D5E6F-708090A0",
           "platform": "iOS", "hwid": "9F3C1A77-2B40-4C1E-A3D2-55E0C19B7F10", "user_id": "kunde-4711"}
GROUNDS = "Pushwoosh's built-in Segment integration is off for this application"
SECRET_FIELD = "Shared secret, with which Segment signs"


def post(port, path, body, signature=None):
    """The status of the answer, as curl has it."""
    head = ["-H", f"X-Signature: {signature}"] if signature else []
    return int(subprocess.run(
        ["curl", "--silent", "--noproxy", "*", "--output", "/dev/null", "--write-out", "%{http_code}", *head,
         "-H", "Content-Type: application/json", "--data-binary", body, f"http://127.0.0.1:{port}{path}"],
        capture_output=True, text=True, check=True).stdout)


class Flow:
    def __init__(self, segue, sink, folder):
        self.command = [segue, "--data-dir", str(folder / "data")]
        self.data = folder / "data"
        self.log = folder / "output.log"
        self.requests = folder / "requests.ndjson"
        self.sink = subprocess.Popen([sink, "--out", self.requests], stdout=subprocess.PIPE, text=True)
        self.window = None
        self.secrets = [KEY, SECRET]

    def start(self):
        self.window = Window(self.command, dict(os.environ, LC_ALL="C.UTF-8"), self.log)

    def port(self):
        found = [re.fullmatch(r"Receiver 127\.0\.0\.1:([1-9][0-9]*)", text) for text in self.window.texts()]
        return next((int(each.group(1)) for each in found if each), None)

    def page(self, name):
        tab = self.window.find("page tab", name)
        for index in range(tab.get_n_actions()):
            if tab.get_action_name(index) in ("Press", "SetFocus"):
                tab.do_action(index)
        until(f"the page {name}", lambda: self.window.has("push button", "Save") == (name == "Setup"))

    def token(self, name):
        connection = json.loads((self.data / "connections.json").read_text())["connections"][0]["id"]
        found = subprocess.run(["secret-tool", "lookup", "server", "Segue", "user", f"{connection}/{name}"],
                               capture_output=True, text=True).stdout.strip()
        if found:
            self.secrets.append(found)
        return found

    def address(self, label, name):
        """Makes it by copying it, as a person would."""
        self.window.press("push button", f"Copy: {label}")
        return until(f"the token of {label}", lambda: self.token(name))

    def relay(self, port):
        webhook = self.address("Address for Pushwoosh's webhook", "webhook-token")
        self.window.press("radio button", GROUNDS)
        self.window.press("push button", "Switch the relay on")
        self.window.find("push button", "Switch the relay off")
        self.page("Log")
        # While the endpoint stands still the event is on its way; then it arrives.
        self.sink.send_signal(signal.SIGSTOP)
        assert post(port, f"/pushwoosh/{'0' * 32}", json.dumps(WEBHOOK)) == 404
        assert post(port, f"/pushwoosh/{webhook}", json.dumps(WEBHOOK)) == 200
        # A screen reader says “Being sent” of an event under way.
        until("the event to be queued", lambda: states(self.window) in ([(EVENT, "queued")], [(EVENT, "being")]))
        self.sink.send_signal(signal.SIGCONT)
        until("the event to be accepted", lambda: states(self.window) == [(EVENT, "accepted")])

    def echo(self, port):
        self.page("Setup")
        echo = self.address("Address for Segment's Webhooks destination", "echo-token")
        self.window.type_into("password text", SECRET_FIELD, SECRET)
        self.window.press("push button", "Keep it")
        until("the secret to be kept", lambda: self.window.says("an echo that is not signed with it is refused"))
        self.page("Log")
        sent = received(self.requests)
        assert len(sent) == 1, sent
        body = sent[0]["body"]
        assert json.loads(body)["userId"] == WEBHOOK["user_id"], body
        right = hmac.new(SECRET.encode(), body.encode(), hashlib.sha1).hexdigest()
        wrong = hmac.new(b"another", body.encode(), hashlib.sha1).hexdigest()
        assert post(port, f"/segment/{echo}", body, wrong) == 401, "a wrong signature is refused"
        assert post(port, f"/segment/{echo}", body) == 401, "none is refused as well"
        assert states(self.window) == [(EVENT, "accepted")], states(self.window)
        assert post(port, f"/segment/{echo}", body, right) == 200
        until("the event to be confirmed", lambda: states(self.window) == [(EVENT, "confirmed")])

    def run(self):
        try:
            with watched(self):
                port = int(self.sink.stdout.readline().split()[1])
                self.start()
                add_connection(self.window, port)
                self.window.press("push button", "Receiver is off")
                listens = until("the receiver to listen", self.port)
                self.page("Setup")
                self.relay(listens)
                self.echo(listens)
                until("the feeds to be named", lambda: self.window.says("feeds: test, webhook, echo, capture"))
                if "SEGUE_TEST_SCREENSHOT" in os.environ:
                    self.window.screenshot(os.environ["SEGUE_TEST_SCREENSHOT"])
                no_trace_in_the_process(self.window.process.pid, self.secrets)
                assert self.window.end() == 0, "a clean stop on SIGTERM"
                self.start()
                assert until("the receiver to listen after a restart", self.port) == listens, "on the port that was kept"
                assert self.window.end() == 0, "a clean stop on SIGTERM"
                no_trace_of_the_key(self.data, [self.log], self.secrets)
        finally:
            self.sink.send_signal(signal.SIGCONT)
            self.sink.terminate()
            self.sink.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="segue-receiver-") as name:
        Flow(sys.argv[1], sys.argv[2], pathlib.Path(name)).run()
    print("1 passed, 0 failed")
