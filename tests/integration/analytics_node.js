// SPDX-License-Identifier: GPL-3.0-or-later
// Sends COUNT track events with Segment's own client: analytics_node.js URL COUNT FLUSH_AT|default [TIMEOUT_MS], and
// prints what the client says of it: the numbers that it gave up, and what it got for its requests. At most 2,000 are
// under way at a time. Without FLUSH_AT and TIMEOUT_MS its settings are its own.
'use strict';
const { Analytics } = require('@segment/analytics-node');
const [, , host, count, flushAt, timeout] = process.argv;
const total = Number(count);
const LATE_MS = 900;
function event(number) {
  return {
    userId: `user-${number % 1000}`, event: 'Push Delivered',
    properties: { message_type: 'Push', campaign_code: `Łódź "${number}"`, device_type: 'Android', number,
      large: 0.1 + number, nested: { list: [number, null, true, 'é\u2028\\'] } },
  };
}

// Answers by their status, how many of them were late, and how many requests had none.
function counted(client) {
  const counts = { requests: 0, answers: {}, late: 0 };
  const begun = new Map();
  client.on('http_request', ({ body }) => { ++counts.requests; begun.set(body, Date.now()); });
  client.on('http_response', ({ body, status }) => {
    counts.answers[status] = (counts.answers[status] ?? 0) + 1;
    counts.late += status === 200 && Date.now() - begun.get(body) >= LATE_MS ? 1 : 0;
    begun.delete(body);
  });
  return () => ({ ...counts, unanswered: begun.size });
}

async function run() {
  const client = new Analytics({
    writeKey: 'clientclientclientclientclient12', host,
    ...(flushAt === 'default' ? {} : { flushAt: Number(flushAt) }),
    ...(timeout === undefined ? {} : { httpRequestTimeout: Number(timeout) }),
  });
  const counts = counted(client);
  const givenUp = [];
  let answered = 0;
  let wake = null;
  client.on('error', () => {}); // told to the callback as well
  for (let number = 0; number < total; ++number) {
    client.track(event(number), (failure) => {
      ++answered;
      if (failure) { givenUp.push(number); }
      if (wake) { wake(); wake = null; }
    });
    while (number - answered > 2000) {
      await new Promise((resolve) => { wake = resolve; });
    }
  }
  await client.closeAndFlush({ timeout: 300000 });
  console.log(JSON.stringify({ answered, givenUp, ...counts() }));
}

// What the client was given, for whoever compares: one line of properties for each number.
if (host === 'expected') {
  for (let number = 0; number < total; ++number) {
    console.log(JSON.stringify(event(number).properties));
  }
} else {
  run();
}
