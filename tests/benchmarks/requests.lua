-- Asks for the addresses of a file in turn, and tells the result as one line of JSON.
-- A line of the file is a path or, for what the client has already, a path, a tab
-- and its ETag. Further arguments are headers, `Name: value`.

local threads = 0

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

function init(arguments)
   requests = {}
   for n = 2, #arguments do
      local name, value = arguments[n]:match("^([^:]+): (.*)$")
      wrk.headers[name] = value
   end
   for line in io.lines(arguments[1]) do
      local path, etag = line:match("^([^\t]*)\t?(.*)$")
      wrk.headers["If-None-Match"] = etag ~= "" and etag or nil
      requests[#requests + 1] = wrk.format("GET", path)
   end
   -- Each thread begins elsewhere, so that they do not walk side by side.
   at = math.floor(number * #requests / 2)
end

function request()
   at = at % #requests + 1
   return requests[at]
end

function done(summary, latency)
   local errors = summary.errors
   io.write(string.format(
      '\nresult: {"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, '
         .. '"refused": %d, "broken": %d}\n',
      summary.requests, summary.duration,
      latency:percentile(50), latency:percentile(99), errors.status,
      errors.connect + errors.read + errors.write + errors.timeout))
end
