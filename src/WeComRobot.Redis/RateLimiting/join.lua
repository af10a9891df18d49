-- Adds what a machine did on its own: its slots, and that it met the limit. Frees the slots that it was given without hearing of it.
-- ARGV: machine, own limit (2), limit of all robots (2), how long ago it met the limit (-1 for never), the number of slots to free, their ids;
-- then for each slot to add its id and how long ago its message can last have arrived: negative while it is being posted.
local _, window = choose_limit(ARGV[2], ARGV[3], ARGV[4], ARGV[5])
local closed, lost = tonumber(ARGV[6]), tonumber(ARGV[7])
if closed >= 0 then
  redis.call('HSET', KEYS[2], 'closed', math.max(now - closed, tonumber(redis.call('HGET', KEYS[2], 'closed') or 0)))
end

for i = 8, lost + 7 do
  redis.call('ZREM', KEYS[1], 'r' .. ARGV[i] .. ':' .. ARGV[1])
end

for i = lost + 8, #ARGV, 2 do
  local slot, age = ARGV[i] .. ':' .. ARGV[1], tonumber(ARGV[i + 1])
  if age < 0 and not redis.call('ZSCORE', KEYS[1], 's' .. slot) then
    redis.call('ZADD', KEYS[1], 'NX', now - age, 'r' .. slot)
  elseif age >= 0 then
    redis.call('ZREM', KEYS[1], 'r' .. slot)
    redis.call('ZADD', KEYS[1], 'NX', now - age, 's' .. slot)
  end
end
tidy(window)
return #ARGV
