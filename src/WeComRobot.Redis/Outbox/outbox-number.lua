-- A number for a new message, larger than all before: microseconds of Redis's clock, which may be set back. KEYS[1]: the last number.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local number = string.format('%.0f', math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0) + 1))
redis.call('SET', KEYS[1], number, 'PX', 90 * 86400000)
return number
