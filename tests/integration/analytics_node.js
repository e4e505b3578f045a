// SPDX-License-Identifier: GPL-3.0-or-later
// Sends COUNT track events with Segment's own client: analytics_node.js URL COUNT FLUSH_AT|default, and prints what the
// client says of it. At most 2,000 are under way at a time.
'use strict';
const { Analytics } = require('@segment/analytics-node');
const [, , host, count, flushAt] = process.argv;
const total = Number(count);
function event(number) {
  return {
    userId: `user-${number % 1000}`, event: 'Push Delivered',
    properties: { message_type: 'Push', campaign_code: `Łódź "${number}"`, device_type: 'Android', number,
      large: 0.1 + number, nested: { list: [number, null, true, 'é\u2028\\'] } },
  };
}

async function run() {
  const client = new Analytics({
    writeKey: 'clientclientclientclientclient12', host, maxRetries: 20,
    ...(flushAt === 'default' ? {} : { flushAt: Number(flushAt) }),
  });
  let failed = 0;
  let answered = 0;
  let wake = null;
  client.on('error', () => { ++failed; });
  for (let number = 0; number < total; ++number) {
    client.track(event(number), () => { ++answered; if (wake) { wake(); wake = null; } });
    while (number - answered > 2000) {
      await new Promise((resolve) => { wake = resolve; });
    }
  }
  await client.closeAndFlush({ timeout: 300000 });
  console.log(JSON.stringify({ answered, failed }));
}

// What the client was given, for whoever compares: one line of properties for each number.
if (host === 'expected') {
  for (let number = 0; number < total; ++number) {
    console.log(JSON.stringify(event(number).properties));
  }
} else {
  run();
}
