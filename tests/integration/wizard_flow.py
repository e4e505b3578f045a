#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to a proven connection, with a pasted key, in the real window and by the keyboard alone.

wizard_flow.py SEGUE way|resume, under with-window.sh unlocked
way     straight through; the actions are counted
resume  back and forth, left with the draft kept, ended by kill -9 in the middle, and gone on with

The endpoint is a gateway on loopback that passes what it gets on to the program's sandbox, so that the program sees its
events arrive at the other side."""
import http.server
import json
import os
import pathlib
import re
import signal
import sys
import tempfile
import threading
import urllib.request

from keyboard import Keyboard, is_checked, text_of
from person import Window, until, watched
from window_flow import KEY, no_trace_in_the_process, no_trace_of_the_key

MOST_ACTIONS = 25
CODE = "1A2B3-C4D5E"
NAME_PAGE = "What is the connection called?"
KEY_PAGE = "Which write key?"
APPLICATION_PAGE = "Which application in Pushwoosh?"
EVENTS_PAGE = "Which events should Pushwoosh export?"
APPLY_PAGE = "Apply it in Pushwoosh"
PROVE_PAGE = "Prove that it works"
DONE_PAGE = "Done"
ADDRESS = ("text", "Address of the endpoint")
KEY_FIELD = ("password text", "Write key")
CODE_FIELD = ("text", "Pushwoosh application code (may be left blank)")
TICKS = ["1. Log in to Pushwoosh and select the application",
         "2. Go to Settings › 3rd party integration › Segment and press Configure",
         "3. Enter the write key",
         "4. Fill in the Events field",
         "5. Press Apply"]


class Gateway(http.server.ThreadingHTTPServer):
    """Another Segment-compatible endpoint, in front of the sandbox of the program that runs now."""
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Passing)
        self.sandbox = None
        self.events = 0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class Passing(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        request = urllib.request.Request(f"http://{self.server.sandbox}{self.path}", body, {
            "Content-Type": "application/json", "Authorization": self.headers["Authorization"]})
        # Loopback never goes through a proxy.
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
            content = answer.read()
        self.server.events += len(json.loads(body).get("batch", [None]))
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


class Flow:
    def __init__(self, segue, folder):
        self.command = [segue, "--data-dir", str(folder / "data")]
        self.data = folder / "data"
        self.log = folder / "output.log"
        self.environment = dict(os.environ, LC_ALL="C.UTF-8")
        self.gateway = Gateway()
        self.window = None
        self.person = None

    def start(self):
        self.window = Window(self.command, self.environment, self.log)
        actions = self.person.actions if self.person else 0
        self.person = Keyboard(self.window)
        self.person.actions = actions
        self.gateway.sandbox = until("the sandbox to listen", self.sandbox)

    def sandbox(self):
        found = [re.fullmatch(r"Sandbox (127\.0\.0\.1:[1-9][0-9]*)", text) for text in self.window.texts()]
        return next((each.group(1) for each in found if each), None)

    def next(self, step, page):
        self.person.press("push button", f"Next: {step}")
        self.person.await_label(page)

    def open_draft(self, page):
        """From the list at the side: the last of them."""
        self.person.tab_to("list", "Connections")
        self.person.keys("End")
        self.person.shortcut("Return")
        self.person.await_label(page)

    def prove(self):
        self.person.press("push button", "Send 7 samples")
        self.person.await_label("proven")
        self.next("Done", DONE_PAGE)
        self.person.press("push button", "Finish")
        until("the window to show the connection",
              lambda: self.person.says("Key in the keychain") and not self.person.says(DONE_PAGE))
        assert self.gateway.events == 7, self.gateway.events

    def way(self):
        person = self.person
        person.shortcut("ctrl+n")
        person.await_label(NAME_PAGE)
        person.choose("Another endpoint")
        person.fill(*ADDRESS, self.gateway.address())
        self.next("Write key", KEY_PAGE)
        person.fill(*KEY_FIELD, KEY)
        self.next("Application", APPLICATION_PAGE)
        person.fill(*CODE_FIELD, CODE)
        self.next("Events", EVENTS_PAGE)
        self.next("Apply", APPLY_PAGE)
        for tick in TICKS:
            person.tick(tick)
        self.next("Prove", PROVE_PAGE)
        self.prove()
        print(f"{person.actions} actions from the first start to proven, by the keyboard alone", flush=True)
        assert person.actions <= MOST_ACTIONS, person.actions

    def resume(self):
        person = self.person
        person.shortcut("ctrl+n")
        person.await_label(NAME_PAGE)
        person.choose("STAGING")
        person.choose("Another endpoint")
        person.fill(*ADDRESS, self.gateway.address())
        self.next("Write key", KEY_PAGE)
        person.fill(*KEY_FIELD, KEY)
        self.next("Application", APPLICATION_PAGE)
        person.fill(*CODE_FIELD, CODE)

        person.keys("alt+Left")
        person.await_label(KEY_PAGE)
        person.await_label("In the operating system's keychain.")
        person.keys("alt+Left")
        person.await_label(NAME_PAGE)
        assert text_of(person.find(*ADDRESS)) == self.gateway.address()
        self.next("Write key", KEY_PAGE)
        self.next("Application", APPLICATION_PAGE)
        assert text_of(person.find(*CODE_FIELD)) == CODE

        person.keys("Escape")
        person.find("push button", "Keep the draft")
        person.keys("Return")
        until("the wizard to be left", lambda: not person.says(APPLICATION_PAGE))
        self.open_draft(APPLICATION_PAGE)
        assert text_of(person.find(*CODE_FIELD)) == CODE
        self.next("Events", EVENTS_PAGE)
        self.next("Apply", APPLY_PAGE)
        person.tick(TICKS[0])
        person.tick(TICKS[2])
        until("the ticks to be on disk", lambda: self.ticks_on_disk() == ["open", "key"])
        self.window.process.send_signal(signal.SIGKILL)
        self.window.process.wait()

        self.start()
        self.open_draft(APPLY_PAGE)
        ticked = [is_checked(self.person.find("check box", tick)) for tick in TICKS]
        assert ticked == [True, False, True, False, False], ticked
        self.next("Prove", PROVE_PAGE)
        self.prove()
        made = json.loads((self.data / "connections.json").read_text())["connections"]
        assert [(each["name"], each["environment"], each["application"]) for each in made] == [
            ("Pushwoosh_Staging", "staging", CODE)], made

    def ticks_on_disk(self):
        return json.loads((self.data / "setup.json").read_text())["drafts"][0]["ticks"]

    def run(self, way):
        try:
            with watched(self):
                self.start()
                getattr(self, way)()
                no_trace_in_the_process(self.window.process.pid)
                assert self.window.end() == 0, "a clean stop on SIGTERM"
                no_trace_of_the_key(self.data, [self.log])
        finally:
            self.gateway.shutdown()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="segue-wizard-") as name:
        Flow(sys.argv[1], pathlib.Path(name)).run(sys.argv[2])
    print("1 passed, 0 failed")
