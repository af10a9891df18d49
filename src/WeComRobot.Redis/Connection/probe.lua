-- Does a little of what all scripts do. ARGV: how long the key may live.
redis.call('SET', KEYS[1], redis.call('TIME')[1], 'PX', ARGV[1])
return 1
