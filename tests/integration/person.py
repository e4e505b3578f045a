# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: finds controls by the names that a screen reader says, presses them and types on the keyboard."""
import contextlib
import os
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.init()

PATIENCE = 30.0  # seconds; a busy machine is slow


class Missing(AssertionError):
    pass


def until(what, attempt, patience=PATIENCE):
    """Calls attempt until it gives something; fails with `what` when patience is over."""
    end = time.monotonic() + patience
    context = GLib.MainContext.default()
    while True:
        while context.pending():  # news of the accessibility bus
            context.iteration(False)
        try:
            found = attempt()
        except GLib.Error:  # the control went while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise Missing(what)
        time.sleep(0.05)  # between two looks


def walk(node, depth=0):
    if node is None or depth > 40:
        return
    yield node
    for index in range(min(node.get_child_count(), 200)):
        yield from walk(node.get_child_at_index(index), depth + 1)


class Window:
    """The window of one process."""

    def __init__(self, command, environment, output):
        self.output = open(output, "ab")
        self.process = subprocess.Popen(command, env=environment, stdout=self.output, stderr=self.output)
        self.application = until("the program on the accessibility bus", self._find_application)
        until("the window", lambda: self.application.get_child_count() > 0)
        self.focus_window()

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def focus_window(self):
        window = until("the window on the display", lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            capture_output=True, text=True).stdout.split())
        subprocess.run(["xdotool", "windowactivate", "--sync", window[-1]], check=True)

    @staticmethod
    def labels(node):
        for relation in node.get_relation_set() or []:
            if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
                for index in range(relation.get_n_targets()):
                    yield relation.get_target(index).get_name()

    def nodes(self, role, name, showing=True):
        for node in walk(self.application):
            # The name of a drop-down list is its value; what it is for, its label says.
            if node.get_role_name() == role and (
                    name in self.labels(node) if role == "combo box" else node.get_name() == name):
                if not showing or node.get_state_set().contains(Atspi.StateType.SHOWING):
                    yield node

    def find(self, role, name):
        return until(f"{role} “{name}”", lambda: next(self.nodes(role, name), None))

    def has(self, role, name):
        return next(self.nodes(role, name), None) is not None

    def press(self, role, name):
        node = self.find(role, name)
        until(f"{role} “{name}” to be enabled", lambda: node.get_state_set().contains(Atspi.StateType.ENABLED))
        for index in range(node.get_n_actions()):
            if node.get_action_name(index) in ("Press", "Toggle", "Check"):
                node.do_action(index)
                return
        raise Missing(f"{role} “{name}” cannot be pressed")

    def focus(self, role, name):
        node = self.find(role, name)

        def focused():
            node.grab_focus()
            return node.get_state_set().contains(Atspi.StateType.FOCUSED)

        until(f"{role} “{name}” to take the focus", focused)
        return node

    def type_into(self, role, name, text):
        self.focus(role, name)
        subprocess.run(["xdotool", "key", "ctrl+a"], check=True)
        subprocess.run(["xdotool", "type", "--delay", "3", text], check=True)

    def choose(self, name, value):
        """Opens a drop-down list, types the beginning of an item, as one does, and takes it."""
        node = self.find("combo box", name)
        if node.get_name() == value:
            return
        place = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                        "click", "1"], check=True)
        until(f"the list of “{name}”", lambda: any(self.nodes("list item", value)))
        subprocess.run(["xdotool", "type", "--delay", "3", value], check=True)
        subprocess.run(["xdotool", "key", "Return"], check=True)
        until(f"“{name}” to say “{value}”", lambda: node.get_name() == value)

    def rows(self):
        """The rows of the log, each as the texts of its cells."""
        table = next(self.nodes("table", "Events"), None)
        if table is None:
            return []
        face = table.get_table_iface()
        return [[(Atspi.Table.get_accessible_at(face, row, column).get_name())
                 for column in range(Atspi.Table.get_n_columns(face))]
                for row in range(Atspi.Table.get_n_rows(face))]

    def texts(self):
        return [node.get_name() for node in walk(self.application)
                if node.get_state_set().contains(Atspi.StateType.SHOWING)]

    def says(self, part):
        return any(part in text for text in self.texts())

    def screenshot(self, path):
        subprocess.run(["import", "-window", "root", path], check=False)

    def kill(self):
        """For when a test has failed: nothing is left behind."""
        self.process.kill()
        self.process.wait()

    def end(self):
        self.process.terminate()
        status = self.process.wait(timeout=PATIENCE)
        self.output.close()
        return status


@contextlib.contextmanager
def watched(flow):
    """What stood on the screen tells more than the name of what was missing. The window is ended in any case."""
    try:
        yield
    except Exception:
        if flow.window is not None and flow.window.process.poll() is None:
            print("The window said:", *flow.window.texts(), sep="\n  ", flush=True)
            if getattr(flow, "person", None) is not None:
                print("The focus was on", flow.person.focused(), flush=True)
            if "SEGUE_TEST_SCREENSHOT" in os.environ:
                flow.window.screenshot(os.environ["SEGUE_TEST_SCREENSHOT"])
        raise
    finally:
        if flow.window is not None:
            flow.window.kill()
