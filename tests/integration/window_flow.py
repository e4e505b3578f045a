#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A person adds a connection, sends two test events, starts the program again: window, keychain and endpoint for real.

window_flow.py SEGUE TRACK_SINK, under with-window.sh unlocked."""
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile

from person import Window, until

KEY = "Zq8fN2kLx7VbR4tYp1WmC6sHd9JgA3eU"
USER = "kunde-4711"
HWID = "9F3C1A77-2B40-4C1E-A3D2-55E0C19B7F10"


def received(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


def check_body(request, event, identity, value, message_type):
    assert request["authorization"] == "Basic " + base64.b64encode((KEY + ":").encode()).decode(), "the key"
    assert request["path"] == "/v1/track", request["path"]
    body = json.loads(request["body"])
    other = "anonymousId" if identity == "userId" else "userId"
    assert body["event"] == event and body[identity] == value and other not in body, body
    assert set(body["properties"]) == {"message_type", "campaign_code", "device_type"}, body
    assert body["properties"]["message_type"] == message_type
    assert all(isinstance(each, str) and each for each in body["properties"].values())
    assert len(body["messageId"]) == 36 and body["timestamp"].endswith("Z") and body["sentAt"].endswith("Z")
    assert body["context"]["library"]["name"] == "segue" and body["context"]["channel"] == "server"
    assert "writeKey" not in body
    return body["messageId"]


def states(window):
    """(event, state) of each row, as a screen reader says them."""
    return [(row[1].removeprefix("Event "), row[3].split()[0].strip(".,;:").lower()) for row in window.rows()]


def add_connection(window, port):
    window.press("push button", "New connection…")
    window.press("radio button", "Another endpoint")
    window.type_into("text", "Address of the endpoint", f"http://127.0.0.1:{port}")
    window.press("push button", "Next: Write key")
    window.type_into("password text", "Write key", KEY)
    window.press("push button", "Next: Application")
    window.press("push button", "Next: Events")
    window.press("radio button", "These events")
    for event in ("Email Delivered", "Email Bounced", "Push Sent", "SMS Sent", "SMS Delivered"):
        window.press("check box", event)  # all were ticked; these go
    for step in ("Next: Apply", "Next: Prove", "Next: Done", "Finish"):
        window.press("push button", step)
    until("the key to be in the keychain", lambda: window.has("label", "Key in the keychain"))


def send(window, event, kind, label, value):
    if not window.has("combo box", "Event"):
        window.press("push button", "Send test event")
    window.choose("Event", event)
    window.press("radio button", kind)
    window.type_into("text", label, value)
    window.press("push button", "Send")


def no_trace_of_the_key(folder, logs, secrets=(KEY,)):
    forms = [form for secret in secrets for form in (
        secret.encode(), base64.b64encode((secret + ":").encode()), base64.b64encode(secret.encode()),
        secret.encode("utf-16-le"))]
    for path in [*folder.rglob("*"), *logs]:
        if path.is_file():
            content = path.read_bytes()
            for form in forms:
                assert form not in content, f"a secret stands in {path}"


def no_trace_in_the_process(pid, secrets=(KEY,)):
    for name in ("cmdline", "environ"):
        content = pathlib.Path(f"/proc/{pid}/{name}").read_bytes()
        for secret in secrets:
            assert secret.encode() not in content, f"a secret stands in {name}"


def run(segue, sink_program, folder):
    window = None
    data = folder / "data"
    requests = folder / "requests.ndjson"
    log = folder / "output.log"
    sink = subprocess.Popen([sink_program, "--out", requests], stdout=subprocess.PIPE, text=True)
    try:
        port = int(sink.stdout.readline().split()[1])
        environment = dict(os.environ, QT_LOGGING_RULES="*=true;qt.qpa.*=false;qt.accessibility.*=false", LC_ALL="C.UTF-8")
        command = [segue, "--data-dir", str(data)]

        window = Window(command, environment, log)
        add_connection(window, port)
        send(window, "Email Sent", "User ID", "User ID, sent as userId", USER)
        until("the first event to be accepted", lambda: states(window) == [("Email Sent", "accepted")])
        send(window, "Push Delivered", "HWID", "HWID, sent as anonymousId", HWID)
        both = [("Email Sent", "accepted"), ("Push Delivered", "accepted")]
        until("both events to be accepted", lambda: states(window) == both)
        no_trace_in_the_process(window.process.pid)
        got = received(requests)
        assert len(got) == 2, got
        first = check_body(got[0], "Email Sent", "userId", USER, "Email")
        second = check_body(got[1], "Push Delivered", "anonymousId", HWID, "Push")
        assert first != second
        if "SEGUE_TEST_SCREENSHOT" in os.environ:
            window.screenshot(os.environ["SEGUE_TEST_SCREENSHOT"])
        assert window.end() == 0, "a clean stop on SIGTERM"

        window = Window(command, environment, log)
        until("both events after a restart", lambda: states(window) == both)
        until("the key to be known after a restart", lambda: window.has("label", "Key in the keychain"))
        send(window, "Email Sent", "User ID", "User ID, sent as userId", USER)
        until("a third event with the kept key", lambda: states(window) == both + [("Email Sent", "accepted")])
        check_body(received(requests)[2], "Email Sent", "userId", USER, "Email")
        assert window.end() == 0, "a clean stop on SIGTERM"

        connection = json.loads((data / "connections.json").read_text())["connections"][0]["id"]
        kept = subprocess.run(["secret-tool", "lookup", "server", "Segue", "user", f"{connection}/write-key"],
                              capture_output=True, text=True, check=True).stdout
        assert kept.strip() == KEY, "secret-tool finds the key"
        no_trace_of_the_key(data, [log])
        for path in data.iterdir():
            if not path.is_socket():
                assert path.stat().st_mode & 0o077 == 0, f"{path} can be read by others"
        assert data.stat().st_mode & 0o077 == 0
    except Exception:
        # What stood on the screen tells more than the name of what was missing.
        if window is not None and window.process.poll() is not None:
            print("The program had ended with", window.process.returncode, flush=True)
        elif window is not None:
            print("The window said:", *window.texts(), sep="\n  ", flush=True)
            if "SEGUE_TEST_SCREENSHOT" in os.environ:
                window.screenshot(os.environ["SEGUE_TEST_SCREENSHOT"])
        raise
    finally:
        if window is not None:
            window.kill()
        sink.terminate()
        sink.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="segue-window-") as name:
        run(sys.argv[1], sys.argv[2], pathlib.Path(name))
    print("1 passed, 0 failed")
