-- How long ago the holder of a lock, or of parts, was alive (ms); -1 if it holds nothing. KEYS[5]: the lock. ARGV: owner, how long a lock lives.
local left = redis.call('PTTL', KEYS[5])
if left >= 0 then return math.max(0, ARGV[2] - left) end
local silence = -1
for _, pending in ipairs(redis.pcall('XPENDING', stream, group, '-', '+', 1000000, ARGV[1])) do
  silence = silence < 0 and pending[3] or math.min(silence, pending[3])
end
return silence
