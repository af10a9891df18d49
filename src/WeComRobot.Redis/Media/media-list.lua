-- The uploads that a robot still has. KEYS[1]: a hash; a field is a media id, its value "<until> <content key> <size> <created at>", where
-- until is a moment of Redis's clock, in milliseconds. Returns id, content key, size and creation of each.
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local all, valid = redis.call('HGETALL', KEYS[1]), {}
for i = 1, #all, 2 do
  local ends, key, size, created = all[i + 1]:match('^(%d+) (%S*) (%d+) (%d+)$')
  if not ends or tonumber(ends) < now then
    redis.call('HDEL', KEYS[1], all[i])
  else
    for _, value in ipairs({ all[i], key, size, created }) do valid[#valid + 1] = value end
  end
end
return valid
