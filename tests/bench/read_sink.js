// SPDX-License-Identifier: GPL-3.0-or-later
// A tracking endpoint that reads each body, answers as Segment does and looks at nothing: the least that a Node service
// does. node read_sink.js; prints `port <n>` once it listens.
'use strict';
const http = require('http');
const answer = Buffer.from('{"success":true}');
let requests = 0;
const server = http.createServer((request, response) => {
  if (request.url === '/stats') {
    const cpu = process.cpuUsage();
    response.end(JSON.stringify({ requests, cpuSeconds: (cpu.user + cpu.system) / 1e6 }));
    return;
  }
  request.on('data', () => {});
  request.on('end', () => {
    ++requests;
    response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': answer.length });
    response.end(answer);
  });
});
server.keepAliveTimeout = 60000;
server.listen(0, '127.0.0.1', 4096, () => console.log('port', server.address().port));
