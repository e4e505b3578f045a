# SPDX-License-Identifier: GPL-3.0-or-later
"""A person who has a keyboard only. What is focused, the accessibility bus says; what is pressed, the window gets as keys.
One field filled, one choice or one activation is one action."""
import subprocess

from person import Atspi, Missing, until

MOST_TABS = 60


def shown(node, depth=0):
    """The nodes in sight, from the top down."""
    if node is None or depth > 40:
        return
    if depth > 1 and not node.get_state_set().contains(Atspi.StateType.SHOWING):
        return
    yield node
    for index in range(min(node.get_child_count(), 200)):
        yield from shown(node.get_child_at_index(index), depth + 1)


def has_state(node, state):
    return node.get_state_set().contains(state)


def is_checked(node):
    return has_state(node, Atspi.StateType.CHECKED)


def text_of(node):
    return Atspi.Text.get_text(node.get_text_iface(), 0, -1)


class Keyboard:
    def __init__(self, window):
        self.window = window
        self.actions = 0

    def keys(self, *names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    def nodes(self, role, name=None):
        return [node for node in shown(self.window.application)
                if node.get_role_name() == role and (name is None or node.get_name() == name)]

    def find(self, role, name):
        return until(f"{role} “{name}”", lambda: next(iter(self.nodes(role, name)), None))

    def focused(self):
        """(role, name, place) of what has the focus; a list and its current item both have it."""
        found = []
        for node in shown(self.window.application):
            if has_state(node, Atspi.StateType.FOCUSED):
                place = node.get_component_iface().get_extents(Atspi.CoordType.SCREEN)
                found.append((node.get_role_name(), node.get_name(), place.x, place.y))
        return found

    def tab_to(self, role, name):
        self.find(role, name)
        passed = []
        for _ in range(MOST_TABS):
            here = until("something to have the focus", self.focused)
            if any(each[:2] == (role, name) for each in here):
                return
            passed.append(here[-1][:2])
            self.keys("Tab")
            until(f"Tab to go on from {here[-1][:2]}", lambda: self.focused() not in ([], here))
        raise Missing(f"{role} “{name}” cannot be reached by Tab; passed {passed}")

    def press(self, role, name):
        self.actions += 1
        node = self.find(role, name)
        until(f"“{name}” to be enabled", lambda: has_state(node, Atspi.StateType.ENABLED))
        self.tab_to(role, name)
        self.keys("space")

    def tick(self, name):
        self.press("check box", name)
        until(f"“{name}” to be ticked", lambda: is_checked(self.find("check box", name)))

    def choose(self, name):
        """A radio button, by the arrow keys from the one that is chosen."""
        self.actions += 1
        wanted = self.find("radio button", name)
        group = wanted.get_parent()
        names = [group.get_child_at_index(index).get_name() for index in range(group.get_child_count())
                 if group.get_child_at_index(index).get_role_name() == "radio button"]
        chosen = until("one of the group to be chosen",
                       lambda: next((each for each in names if is_checked(self.find("radio button", each))), None))
        self.tab_to("radio button", chosen)
        steps = names.index(name) - names.index(chosen)
        for _ in range(abs(steps)):
            self.keys("Right" if steps > 0 else "Left")
        until(f"“{name}” to be chosen", lambda: is_checked(self.find("radio button", name)))

    def fill(self, role, name, text):
        self.actions += 1
        self.tab_to(role, name)
        self.keys("ctrl+a")
        subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "3", text], check=True)
        until(f"“{name}” to be filled", lambda: Atspi.Text.get_character_count(
            self.find(role, name).get_text_iface()) == len(text))

    def settle(self, name, beginning):
        """Return on the item of a list that begins so."""
        self.actions += 1
        view = self.find("list", name)

        def wanted():
            items = [view.get_child_at_index(index).get_name() for index in range(view.get_child_count())]
            return next(([index] for index, item in enumerate(items) if item.startswith(beginning)), None)

        row = until(f"“{beginning}” in “{name}”", wanted)[0]
        self.tab_to("list", name)
        self.keys("Home", *["Down"] * row, "Return")

    def shortcut(self, *names):
        self.actions += 1
        self.keys(*names)

    def says(self, text):
        return bool(self.nodes("label", text))

    def await_label(self, text):
        until(f"“{text}”", lambda: self.says(text))
