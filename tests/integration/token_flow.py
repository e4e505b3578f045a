#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to a proven connection with tokens, in the real window and by the keyboard alone.

token_flow.py SEGUE WORKSPACE_DOUBLE find|make, under with-window.sh unlocked
find   the source is found in the workspace; then, after a new start, another one with the tokens that are kept
make   the source is made in the workspace

Segment and Pushwoosh are stood in for on loopback; what proves the run is the Public API's own count of its events."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from keyboard import Keyboard
from person import Window, until, watched
from window_flow import no_trace_in_the_process, no_trace_of_the_key
from wizard_flow import APPLICATION_PAGE, APPLY_PAGE, DONE_PAGE, EVENTS_PAGE, NAME_PAGE, PROVE_PAGE, TICKS

SEGMENT_PAGE = "Which source in Segment?"
MOST_ACTIONS_FIRST = 16
MOST_ACTIONS_KEPT = 12
SEGMENT_TOKEN = "sgp_OwnerTokenOfTheWorkspace0123456789"
PUSHWOOSH_TOKEN = "pUsHwOoShServerToken0123456789AbCdEf"
KEYS = {"Pushwoosh_Dev": "Dq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU", "Pushwoosh_Staging": "Sq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"}
TOKEN_FIELD = ("password text", "Token of Segment's Public API")
SERVER_TOKEN_FIELD = ("password text", "Server token of Pushwoosh's API")


class TokenFlow:
    def __init__(self, segue, double, folder, sources):
        self.sources = sources
        self.data = folder / "data"
        self.log = folder / "output.log"
        self.command = [segue, "--data-dir", str(self.data)]
        # Nothing leaves this computer: other ways lead to a proxy that is not there.
        nowhere = {name: "http://127.0.0.1:9" for name in ("http_proxy", "https_proxy", "all_proxy")}
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", **nowhere)
        given = [part for name in sources for part in ("--source", f"{name}:{KEYS[name]}")]
        self.double = subprocess.Popen([double, "--token", SEGMENT_TOKEN, *given], stdout=subprocess.PIPE, text=True)
        addresses = json.loads(self.double.stdout.readline())
        self.data.mkdir(mode=0o700)
        (self.data / "settings.ini").write_text(
            f"[segment]\npublicApiStandIn={addresses['publicApi']}\ntrackingStandIn={addresses['tracking']}\n"
            f"[pushwoosh]\naddress={addresses['pushwoosh']}\n")
        self.made_keys = []
        self.window = None
        self.person = None

    def start(self):
        self.window = Window(self.command, self.environment, self.log)
        self.person = Keyboard(self.window)
        self.person.await_label("Rehearsal: not Segment itself")

    def next(self, step, page):
        self.person.press("push button", f"Next: {step}")
        self.person.await_label(page)

    def to_segment(self, environment=None):
        self.person.shortcut("ctrl+n")
        self.person.await_label(NAME_PAGE)
        if environment is not None:
            self.person.choose(environment)
        self.next("Segment", SEGMENT_PAGE)

    def enter_tokens_way(self, way):
        self.person.choose(way)
        self.person.fill(*TOKEN_FIELD, SEGMENT_TOKEN)
        self.person.press("push button", "Look into the workspace")

    def choose_application(self, name, token=None):
        if token is not None:
            self.person.press("check box", "Choose from a list…")  # it says whether the list is open
            self.person.fill(*SERVER_TOKEN_FIELD, token)
            self.person.press("push button", "List the applications")
        self.person.settle("Applications in Pushwoosh", name)
        self.person.await_label(EVENTS_PAGE)

    def prove(self):
        self.next("Prove", PROVE_PAGE)
        self.person.press("push button", "Send 7 samples")
        self.person.await_label("proven by Segment's counts")

    def finish(self):
        self.next("Done", DONE_PAGE)
        self.person.press("push button", "Finish")
        until("the window to show the connection",
              lambda: self.person.says("Key in the keychain") and not self.person.says(DONE_PAGE))

    def counted(self, what, most):
        print(f"{self.person.actions} actions from the first start to proven, {what}, by the keyboard alone", flush=True)
        assert self.person.actions <= most, self.person.actions

    def find(self):
        self.to_segment("STAGING")
        self.enter_tokens_way("Find it with a token")
        self.person.settle("Pushwoosh sources of the workspace", "Pushwoosh_Staging")
        self.person.await_label(APPLICATION_PAGE)
        self.choose_application("Łódź staging", PUSHWOOSH_TOKEN)
        self.next("Apply", APPLY_PAGE)
        self.person.press("push button", "All five are done")
        self.prove()
        self.counted("with tokens the first time", MOST_ACTIONS_FIRST)
        self.finish()
        no_trace_in_the_process(self.window.process.pid, self.secrets())
        assert self.window.end() == 0, "a clean stop on SIGTERM"

        self.start()
        self.to_segment()
        self.person.settle("Pushwoosh sources of the workspace", "Pushwoosh_Dev")
        self.person.await_label(APPLICATION_PAGE)
        self.choose_application("Shop (production)")
        self.next("Apply", APPLY_PAGE)
        for tick in TICKS:
            self.person.tick(tick)
        self.prove()
        self.counted("with tokens kept", MOST_ACTIONS_KEPT)
        self.finish()
        self.expect({"Pushwoosh_Staging": "0F9E8-7D6C5", "Pushwoosh_Dev": "A1B2C-3D4E5"})

    def make(self):
        self.to_segment("STAGING")
        self.enter_tokens_way("Make it with a token")
        self.person.press("push button", "Make this source in Segment")
        self.next("Application", APPLICATION_PAGE)
        self.choose_application("Shop (production)", PUSHWOOSH_TOKEN)
        self.next("Apply", APPLY_PAGE)
        self.person.press("push button", "All five are done")
        self.prove()
        self.counted("making the source", MOST_ACTIONS_FIRST)
        self.finish()
        self.expect({"Pushwoosh_Staging": "A1B2C-3D4E5"})

    def expect(self, applications):
        made = json.loads((self.data / "connections.json").read_text())["connections"]
        assert {each["name"]: each["application"] for each in made} == applications, made
        for each in made:
            kept = subprocess.run(["secret-tool", "lookup", "server", "Segue", "user", f"{each['id']}/write-key"],
                                  capture_output=True, text=True, check=True).stdout.strip()
            assert kept, "the key went into the keychain"
            assert each["name"] not in self.sources or kept == KEYS[each["name"]], each["name"]
            self.made_keys.append(kept)

    def secrets(self):
        return [SEGMENT_TOKEN, PUSHWOOSH_TOKEN, *KEYS.values(), *self.made_keys]

    def run(self, way):
        try:
            with watched(self):
                self.start()
                getattr(self, way)()
                no_trace_in_the_process(self.window.process.pid, self.secrets())
                assert self.window.end() == 0, "a clean stop on SIGTERM"
                no_trace_of_the_key(self.data, [self.log], self.secrets())
        finally:
            self.double.terminate()
            self.double.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="segue-tokens-") as name:
        existing = list(KEYS) if sys.argv[3] == "find" else ["Pushwoosh_Dev"]
        TokenFlow(sys.argv[1], sys.argv[2], pathlib.Path(name), existing).run(sys.argv[3])
    print("1 passed, 0 failed")
