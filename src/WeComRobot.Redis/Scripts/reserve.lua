-- Takes a slot if one is free. ARGV: slot:machine, lease, own limit (2), limit of all robots (2).
-- Returns the wait, the limit that applies, and how many machines use slots.
sanitize()
local messages, window = choose_limit(ARGV[3], ARGV[4], ARGV[5], ARGV[6])
local wait = time_until_free(messages, window)
if wait == 0 then
  redis.call('ZADD', KEYS[1], now + math.min(tonumber(ARGV[2]), max_lease), 'r' .. ARGV[1])
end
tidy(window)

local machines, count = {}, 0
for _, member in ipairs(members_used(window)) do
  local machine = member:match(':(.*)$')
  if not machines[machine] then
    machines[machine] = true
    count = count + 1
  end
end
return { wait, messages, window, count }
