#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Searches a journal with `segue log --search` and compares what it finds with what this program finds by itself.

    search_check.py <segue> <varied_journal> [events] [filters] [seed]

Fills a journal with varied events, exports it as NDJSON, and evaluates random searches over the exported lines: with
Python's own JSON reader and exact numbers, and by the description of the language (SearchLanguage.h), not by its code.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from decimal import Decimal

JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\Z")
ESCAPE = re.compile(
    r'\\(?:u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
STATES = ["queued", "retrying", "waiting", "refused", "blocked", "gave-up", "cancelled", "skipped", "unreadable",
          "accepted", "confirmed", "observed", "received"]
ORIGINS = ["composer", "webhook", "capture", "echo", "import"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class Number:
    """A number of JSON with the text it was written as."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Number) and self.text == other.text


def fold_character(c):
    """Unicode's simple case folding: one character for one."""
    for folded in (c.casefold(), c.lower()):
        if len(folded) == 1:
            return folded
    return c


def fold(text):
    return "".join(map(fold_character, text))


def unescaped(text):
    def meant(match):
        high, low, unit, letter = match.groups()
        if high:
            return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
        if unit:
            code = int(unit, 16)
            return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
        return LETTERS.get(letter, letter)

    return ESCAPE.sub(meant, text)


def members_of(line):
    """The members of a line and, of each, the bytes of its value as they stand."""
    decoder = json.JSONDecoder(parse_int=Number, parse_float=Number)
    members = {}
    at = 1
    while line[at] != "}":
        name, at = decoder.raw_decode(line, at)
        assert line[at] == ":"
        value, end = decoder.raw_decode(line, at + 1)
        members[name] = (value, line[at + 1:end])
        at = end + 1 if line[end] == "," else end
    return members


class Event:
    def __init__(self, line, delivery):
        members = members_of(line)
        value = lambda name: members.get(name, (None, ""))[0]
        self.id = int(value("id").text)
        self.received = round(
            (datetime.fromisoformat(value("receivedAt").replace("Z", "+00:00")) - EPOCH) / timedelta(milliseconds=1))
        self.connection = value("connection") or ""
        self.origin = value("origin")
        self.state = value("state")
        self.status, self.latency = delivery[self.id]
        self.payload = value("payload")
        if isinstance(self.payload, dict):
            self.raw = members["payload"][1]
        elif "payloadBase64" in members:
            import base64
            self.raw = base64.b64decode(value("payloadBase64")).decode("utf-8", "surrogateescape")
        else:
            self.raw = value("payloadText")
        self.texts = [self.raw, unescaped(self.raw)] if "\\" in self.raw else [self.raw]
        self.folded = [fold(text) for text in self.texts]
        # What the columns hold must be what the payload says.
        self.event = self.text_at("event")
        self.user = self.text_at("userId")
        self.hwid = "" if self.user else self.text_at("anonymousId")
        self.message_id = self.text_at("messageId")
        self.campaign = self.text_at("properties", "campaign_code")
        device = self.value_at(("properties", "device_type"))
        self.device = device.text if isinstance(device, Number) else device if isinstance(device, str) else ""
        for name, own in (("event", self.event), ("userId", self.user), ("anonymousId", self.hwid),
                          ("messageId", self.message_id)):
            assert (value(name) or "") == own, (line, name, own)

    def value_at(self, path):
        value = self.payload
        for name in path:
            if isinstance(value, dict) and name in value:
                value = value[name]
            elif isinstance(value, list) and name.isdigit() and int(name) < len(value):
                value = value[int(name)]
            else:
                return ...
        return value

    def text_at(self, *path):
        value = self.value_at(path)
        return value if isinstance(value, str) else ""


def means_scalar(value, wanted):
    if isinstance(value, Number):
        same = bool(JSON_NUMBER.match(wanted)) and Decimal(value.text) == Decimal(wanted)
        return same or fold(value.text) == fold(wanted)
    text = value if isinstance(value, str) else {True: "true", False: "false", None: "null"}[value]
    return fold(text) == fold(wanted)


def means_value(value, wanted):
    if isinstance(value, list):
        return any(means_scalar(item, wanted) for item in value if not isinstance(item, (list, dict)))
    return value is not ... and not isinstance(value, dict) and means_scalar(value, wanted)


def status_is(status, word):
    if word == "none":
        return status == 0
    return status // 100 == int(word[0]) if word.endswith("xx") else status == int(word)


def written_value(value):
    if value and not re.search(r'[\s",]', value) and random_is_plain():
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def random_is_plain():
    return DICE.random() < 0.7


DICE = random.Random()


class Searches:
    """Random searches: the text of one, and a function that says whether it means an event."""

    def __init__(self, events):
        self.events = events
        readable = [event for event in events if isinstance(event.payload, dict)]
        self.names = sorted({event.event for event in readable if event.event})
        self.ids = sorted({event.user for event in readable if event.user})
        self.campaigns = sorted({event.campaign for event in readable if event.campaign})
        self.devices = sorted({event.device for event in readable if event.device})
        self.words = sorted({word for event in readable for word in self.texts_in(event.payload)})

    def texts_in(self, value):
        if isinstance(value, dict):
            value = list(value.values())
        if isinstance(value, list):
            return [text for item in value for text in self.texts_in(item)]
        return [value] if isinstance(value, str) else []

    def some(self, values):
        return [DICE.choice(values) for _ in range(DICE.choice((1, 1, 2, 3)))]

    def recased(self, text):
        return "".join(DICE.choice((c.upper(), c.lower(), c)) if len(c.upper()) == len(c.lower()) == 1 else c
                       for c in text)

    def listed(self, name, values, means):
        text = name + ":" + ",".join(map(written_value, values))
        return text, lambda event: any(means(event, value) for value in values)

    def text_term(self):
        word = DICE.choice(self.words)
        if DICE.random() < 0.5 and len(word) > 2:
            begin = DICE.randrange(len(word) - 1)
            word = word[begin:begin + DICE.randint(1, 4)]
        if not word:
            word = DICE.choice(["}", '":"', "\\u00", "k"])
        if DICE.random() < 0.4:
            text = '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
            return text, lambda event: any(word in text for text in event.texts)
        word = self.recased(word)
        wanted = fold(word)
        plain = re.match(r'[^\s":<>\\-][^\s:<>\\]*\Z', word) and word not in ("OR", "AND", "NOT")
        text = word if plain else "text:" + '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return text, lambda event: any(wanted in text for text in event.folded)

    def property_term(self):
        path = DICE.choice([("properties", "x"), ("properties", "y"), ("properties", "tags"), ("properties", "x", "x"),
                            ("properties", "tags", "0"), ("properties", "x", "a.b"), ("properties", "y", "größe"),
                            ("context", "app", "version"), ("properties", "message_type"), ("userId",),
                            ("anonymousId",)])
        there = [event.value_at(path) for event in self.events]
        values = [value for value in there if isinstance(value, str)]
        values += [value.text for value in there if isinstance(value, Number)]
        values += ["1", "1.0", "1e2", "18446744073709551615", "9007199254740992", "true", "NULL", "nowhere"]
        name = ".".join(name.replace(".", "\\.") for name in path)
        return self.listed(name, [self.recased(value) for value in self.some(values)],
                           lambda event, value: means_value(event.value_at(path), value))

    def compared_term(self):
        above = DICE.random() < 0.5
        sign = ">" if above else "<"
        if DICE.random() < 0.5:
            bound = DICE.choice([0, 100, 200, 500, 800])
            text = f"latency{sign}{bound}" + DICE.choice(["", "ms"])
            return text, lambda event: event.latency >= 0 and (
                event.latency > bound if above else event.latency < bound)
        bound = DICE.choice(self.events).received
        text = "time" + sign + iso(bound)
        return text, lambda event: event.received >= bound if above else event.received < bound

    def term(self):
        same = lambda get: lambda event, value: get(event) == value
        folded = lambda get: lambda event, value: fold(get(event)) == fold(value)
        kinds = [
            self.text_term, self.text_term, self.text_term, self.property_term, self.property_term,
            self.compared_term,
            lambda: self.listed("event", [self.recased(name) for name in self.some(self.names + ["Nothing", ""])],
                                folded(lambda event: event.event)),
            lambda: self.listed("user", self.some(self.ids), same(lambda event: event.user)),
            lambda: self.listed("hwid", self.some(self.ids), same(lambda event: event.hwid)),
            lambda: self.listed("campaign", self.some(self.campaigns + [""]), same(lambda event: event.campaign)),
            lambda: self.listed("device", [self.recased(name) for name in self.some(self.devices + [""])],
                                folded(lambda event: event.device)),
            lambda: self.listed("message_id", [DICE.choice(self.events).message_id or "m-7" for _ in range(3)],
                                same(lambda event: event.message_id)),
            lambda: self.listed("state", self.some(STATES), same(lambda event: event.state)),
            lambda: self.listed("origin", self.some(ORIGINS), same(lambda event: event.origin)),
            lambda: self.listed("status", self.some(["none", "200", "400", "4xx", "5xx", "503", "599"]),
                                lambda event, value: status_is(event.status, value)),
        ]
        text, means = DICE.choice(kinds)()
        if DICE.random() < 0.25:
            return "-" + text, lambda event: not means(event)
        return text, means

    def search(self):
        alternatives = [[self.term() for _ in range(DICE.choice((1, 1, 2, 2, 3)))]
                        for _ in range(DICE.choice((1, 1, 1, 2, 3)))]
        text = " OR ".join(" ".join(text for text, _ in terms) for terms in alternatives)
        return text, lambda event: any(all(means(event) for _, means in terms) for terms in alternatives)

    def options(self):
        """Other options of the command, which must hold as well."""
        kind = DICE.randrange(10)
        if kind == 0:
            states = self.some(STATES)
            return ["--state", ",".join(states)], lambda event: event.state in states
        if kind == 1:
            origins = self.some(ORIGINS)
            return ["--origin", ",".join(origins)], lambda event: event.origin in origins
        if kind == 2:
            names = [name for name in self.some(self.names) if "," not in name] or ["Push Sent"]
            return ["--event", ",".join(names)], lambda event: event.event in names
        if kind == 3:
            connection = DICE.choice([event.connection for event in self.events if event.connection])
            return ["--connection", connection], lambda event: event.connection == connection
        if kind == 4:
            since = DICE.choice(self.events).received
            return ["--since", iso(since)], lambda event: event.received >= since
        return [], lambda event: True


def iso(ms):
    return (EPOCH + timedelta(milliseconds=ms)).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def run(command):
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if result.returncode != 0:
        raise SystemExit(f"{command} ended with {result.returncode}: {result.stderr.decode()}")
    return result.stdout


def main():
    segue, filler = sys.argv[1:3]
    count, filters, seed = (int(word) for word in (sys.argv[3:] + ["3000", "200", "20261124"][len(sys.argv) - 3:]))
    DICE.seed(seed)
    print(f"{count} events, {filters} searches, seed {seed}")
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        os.mkdir(data, 0o700)
        delivery = {}
        for line in run([filler, data, str(seed), str(count)]).decode().splitlines():
            number, status, latency = map(int, line.split())
            delivery[number] = (status, latency)
        log = [segue, "log", "--data-dir", data, "--format", "ndjson"]
        events = [Event(line, delivery)
                  for line in run(log + ["--limit", str(count + 1)]).decode().split("\n") if line]
        assert [event.id for event in events] == sorted(delivery), "the export is not the whole journal"
        searches = Searches(events)
        asked = []
        for _ in range(filters):
            text, means = searches.search()
            options, hold = searches.options()
            limit = DICE.choice((5, count, count, count))
            expected = [event.id for event in events if means(event) and hold(event)][-limit:]
            asked.append((text, options + ["--limit", str(limit)], expected))

        def found(each):
            out = run(log + ["--search=" + each[0]] + each[1])
            return [int(number) for number in re.findall(rb'^\{"id":([0-9]+),', out, re.MULTILINE)]

        faults = 0
        with ThreadPoolExecutor(2) as pool:
            for (text, options, expected), ids in zip(asked, pool.map(found, asked)):
                if ids != expected:
                    faults += 1
                    print(f"--search={text!r} {options}: {len(ids)} found, {len(expected)} expected;"
                          f" too many {sorted(set(ids) - set(expected))[:5]},"
                          f" missing {sorted(set(expected) - set(ids))[:5]}")
        total = sum(len(expected) for _, _, expected in asked)
        empty = sum(not expected for _, _, expected in asked)
        print(f"{total} events found in all, {empty} searches found none, {faults} differ")
        if faults or empty > filters / 2 or total < filters:
            raise SystemExit(1)


if __name__ == "__main__":
    main()
