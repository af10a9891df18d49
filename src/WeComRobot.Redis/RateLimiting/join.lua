-- Adds the slots that a machine took on its own, and frees those that it was given without hearing of it.
-- ARGV: machine, the number of the latter, their ids; then for each of the former its id and how long ago its message can last have arrived,
-- in microseconds: negative while it is being posted.
local lost = tonumber(ARGV[2])
for i = 3, lost + 2 do
  redis.call('ZREM', KEYS[1], 'r' .. ARGV[i] .. ':' .. ARGV[1])
end
for i = lost + 3, #ARGV, 2 do
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
