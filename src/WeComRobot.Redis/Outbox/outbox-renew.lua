-- Shows that a process is alive. KEYS[5], …: its locks. ARGV: how long a lock lives (ms), how many locks, the token of each, the owners.
local locks = tonumber(ARGV[2])
for i = 1, locks do
  if redis.call('GET', KEYS[4 + i]) == ARGV[2 + i] then redis.call('PEXPIRE', KEYS[4 + i], ARGV[1]) end
end
for i = 3 + locks, #ARGV do
  for _, pending in ipairs(redis.pcall('XPENDING', stream, group, '-', '+', 1000000, ARGV[i])) do
    redis.call('XCLAIM', stream, group, ARGV[i], 0, pending[1], 'JUSTID')
  end
end
touch()
return 1
