-- Adds the slots that a machine took on its own. ARGV: machine, then for each slot its id and how long ago its message can last have
-- arrived, in microseconds: negative while it is being posted.
for i = 2, #ARGV, 2 do
  local slot, age = ARGV[i] .. ':' .. ARGV[1], tonumber(ARGV[i + 1])
  if age < 0 and not redis.call('ZSCORE', KEYS[1], 's' .. slot) then
    redis.call('ZADD', KEYS[1], 'NX', now - age, 'r' .. slot)
  elseif age >= 0 then
    redis.call('ZREM', KEYS[1], 'r' .. slot)
    redis.call('ZADD', KEYS[1], 'NX', now - age, 's' .. slot)
  end
end
tidy(official)
return #ARGV
