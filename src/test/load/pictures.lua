-- wrk's script: posts the PNG files of a folder, named from 0.png, in turn; prints the run as one line of JSON.
-- Arguments after --: the folder and the number of its pictures.

local requests = {}
local sent = 0

function init(arguments)
  for i = 0, tonumber(arguments[2]) - 1 do
    local file = assert(io.open(arguments[1] .. "/" .. i .. ".png", "rb"))
    requests[i + 1] = wrk.format("POST", nil, {["Content-Type"] = "image/png"}, file:read("*a"))
    file:close()
  end
end

function request()
  sent = sent + 1
  return requests[sent % #requests + 1]
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    '\n{"rate": %.1f, "p50": %.4f, "p99": %.4f, "failed": %d}\n',
    summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
