-- The rate window of one robot; each step is a script of its own that follows these lines.
-- KEYS[1]: the slots. A member is <state><slot>:<machine>, the state r (reserved) or s (stamped). Its score is the moment until which
-- its message may have arrived, in microseconds of Redis's clock: the end of the lease, or the stamp.
-- KEYS[2]: the settings: messages and window (the robot's limit for the fleet), closed (when the service reported the limit).
local official = 60000000
local max_lease = 120000000
local settings_life = 90 * 86400000 -- ms

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

-- A moment as a bound that excludes it: .. alone would round it
local function after(moment)
  return string.format('(%.0f', moment)
end

-- How long a slot is in use after its moment: the window, and a guard for early timers and drifting clocks
local function span_of(window)
  return window + math.min(20000, window) + math.floor(window / 2000)
end

-- own, else the fleet's for this robot, else that of all robots; 0 stands for none
local function choose_limit(own_messages, own_window, all_messages, all_window)
  if tonumber(own_messages) > 0 then return tonumber(own_messages), tonumber(own_window) end
  local stored = redis.call('HMGET', KEYS[2], 'messages', 'window')
  if stored[1] and stored[2] then return tonumber(stored[1]), tonumber(stored[2]) end
  return tonumber(all_messages), tonumber(all_window)
end

-- A moment in the future is what a clock that was set back has left: it becomes now
local function sanitize()
  local later = redis.call('ZRANGEBYSCORE', KEYS[1], after(now), '+inf', 'WITHSCORES')
  for i = 1, #later, 2 do
    if later[i]:sub(1, 1) == 's' or tonumber(later[i + 1]) > now + max_lease then
      redis.call('ZADD', KEYS[1], now, later[i])
    end
  end
  local closed = redis.call('HGET', KEYS[2], 'closed')
  if closed and tonumber(closed) > now then redis.call('HSET', KEYS[2], 'closed', now) end
end

local function count_used(window)
  return redis.call('ZCOUNT', KEYS[1], after(now - span_of(window)), '+inf')
end

-- How long the window is still closed because the service reported the limit, in microseconds; 0 if it is not
local function time_closed(window)
  local closed = redis.call('HGET', KEYS[2], 'closed')
  return closed and math.max(0, math.ceil(tonumber(closed) + span_of(window) - now)) or 0
end

-- How long until a slot is free, in microseconds; 0 if one is
local function time_until_free(messages, window)
  local wait = time_closed(window)
  if count_used(window) >= messages then
    local last = redis.call('ZREVRANGE', KEYS[1], messages - 1, messages - 1, 'WITHSCORES')
    wait = math.max(wait, math.ceil(tonumber(last[2]) + span_of(window) - now))
  end
  return wait
end

-- Expired slots stay for a while: another process may count by a longer window, the official one or the fleet's. Only a few of them
-- are kept
local function tidy(window)
  local longest = span_of(math.max(window, official, tonumber(redis.call('HGET', KEYS[2], 'window') or 0)))
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)
  local expired = redis.call('ZCOUNT', KEYS[1], '-inf', now - span_of(window))
  local surplus = math.min(expired, redis.call('ZCARD', KEYS[1]) - 20)
  if surplus > 0 then redis.call('ZREMRANGEBYRANK', KEYS[1], 0, surplus - 1) end
  redis.call('PEXPIRE', KEYS[1], math.max(redis.call('PTTL', KEYS[1]), math.ceil((longest + max_lease) / 1000)))
  redis.call('PEXPIRE', KEYS[2], settings_life)
end
