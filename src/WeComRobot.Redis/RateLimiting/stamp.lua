-- The post is over, and its message may have arrived up to now. ARGV: slot:machine, own limit (2), limit of all robots (2).
local _, window = choose_limit(ARGV[2], ARGV[3], ARGV[4], ARGV[5])
redis.call('ZREM', KEYS[1], 'r' .. ARGV[1])
redis.call('ZADD', KEYS[1], now, 's' .. ARGV[1])
tidy(window)
return now
