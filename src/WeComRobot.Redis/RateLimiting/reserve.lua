-- Takes a slot if one is free. ARGV: slot, machine, lease, own limit (2), limit of all robots (2).
-- Returns the wait, the limit that applies, how long the window is closed, how many machines use slots, and for how long the slots of this
-- machine and those of others were in use before.
sanitize()
local messages, window = choose_limit(ARGV[4], ARGV[5], ARGV[6], ARGV[7])
local wait = time_until_free(messages, window)

local machines, count, own, others = { [ARGV[2]] = true }, 1, {}, {}
local used = redis.call('ZRANGEBYSCORE', KEYS[1], after(now - span_of(window)), '+inf', 'WITHSCORES')
for i = 1, #used, 2 do
  local machine = used[i]:match(':(.*)$')
  if not machines[machine] then
    machines[machine] = true
    count = count + 1
  end
  table.insert(machine == ARGV[2] and own or others, tonumber(used[i + 1]) + span_of(window) - now)
end

if wait == 0 then
  redis.call('ZADD', KEYS[1], now + math.min(tonumber(ARGV[3]), max_lease), 'r' .. ARGV[1] .. ':' .. ARGV[2])
end
tidy(window)
return { wait, messages, window, time_closed(window), count, own, others }
