#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One body of Segment's /v1/batch, or of /v1/track for a single event: capture_body.py EVENTS"""
import json
import sys


def event(number):
    return {"messageId": f"bench-{number:08}-0000-4000-8000-000000000000", "timestamp": "2026-01-01T00:00:00.000Z",
            "type": "track", "userId": f"user-{number}", "event": "Push Delivered",
            "context": {"library": {"name": "bench", "version": "1"}},
            "properties": {"message_type": "Push", "campaign_code": f"ABCDE-{number % 20}", "device_type": "Android"}}


count = int(sys.argv[1])
body = event(0) if count == 1 else {"batch": [event(number) for number in range(count)],
                                    "sentAt": "2026-01-01T00:00:00.000Z"}
json.dump({**body, "writeKey": "benchbenchbenchbenchbenchbench12"}, sys.stdout, separators=(",", ":"))
