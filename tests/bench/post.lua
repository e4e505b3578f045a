-- SPDX-License-Identifier: GPL-3.0-or-later
-- wrk -s post.lua URL -- FILE: posts the file, and prints the answers that were no success.
function init(args)
  local file = io.open(args[1], "rb")
  wrk.method = "POST"
  wrk.body = file:read("*a")
  file:close()
  wrk.headers["Content-Type"] = "application/json"
end

function done(summary, latency)
  io.write(string.format("result %d %d %d %.1f\n", summary.requests, summary.duration,
                         summary.errors.status + summary.errors.read + summary.errors.connect + summary.errors.timeout,
                         latency:percentile(99) / 1000))
end
