-- Adds an upload, in place of an older one of the same content. KEYS[1]: as in media-list.
-- ARGV: media id, content key, size, creation, and how long the id lives, in milliseconds.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  if all[i + 1]:match('^%d+ (%S*)') == ARGV[2] then redis.call('HDEL', KEYS[1], all[i]) end
end
redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f %s %s %s', now + ARGV[5], ARGV[2], ARGV[3], ARGV[4]))
return redis.call('PEXPIRE', KEYS[1], ARGV[5])
