#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a program and prints the milliseconds until its window has been painted, and its RSS and PSS in MB 3 s later.

usage: first_window.py XVFB_FRAMEBUFFER COMMAND...

The screen is read from Xvfb's framebuffer file (-fbdir, format XWD), which costs the program nothing. A window is painted
when something below its title bar shows more than a handful of colours."""

import mmap
import struct
import subprocess
import sys
import time

TITLE_BAR = 40  # pixels, generously
COLOURS = 12
TIMEOUT = 30  # seconds


def open_screen(path):
    with open(path, "rb") as file:
        data = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
    header = struct.unpack(">25I", data[:100])
    start = header[0] + header[19] * 12  # header, then the colour map
    return data, start, header[4], header[5], header[12]  # width, height, bytes per line


def is_painted(screen):
    data, start, width, height, stride = screen
    background = data[start : start + 4] * width
    seen = set()
    top = None
    for y in range(0, height, 4):
        line = data[start + y * stride : start + y * stride + width * 4]
        if line == background:
            continue
        top = y if top is None else top
        if y > top + TITLE_BAR:
            seen.update(struct.unpack("=%dI" % width, line)[::2])
            if len(seen) > COLOURS:
                return True
    return False


def memory(pid):
    kilobytes = {}
    with open("/proc/%d/smaps_rollup" % pid) as file:
        for line in file.readlines()[1:]:
            name, value = line.split(":")
            kilobytes[name] = int(value.split()[0])
    return kilobytes["Rss"] / 1024, kilobytes["Pss"] / 1024


def main():
    screen = open_screen(sys.argv[1])
    if is_painted(screen):
        sys.exit("the screen is not empty")
    begin = time.monotonic()
    program = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not is_painted(screen):
            if program.poll() is not None or time.monotonic() - begin > TIMEOUT:
                sys.exit("no window was painted")
            time.sleep(0.002)
        elapsed = time.monotonic() - begin
        time.sleep(3)
        print("%.0f %.1f %.1f" % (elapsed * 1000, *memory(program.pid)))
    finally:
        program.terminate()
        try:
            program.wait(5)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()


main()
