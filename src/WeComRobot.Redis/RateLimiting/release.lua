-- Nothing was sent: the slot is free again. ARGV: slot:machine.
return redis.call('ZREM', KEYS[1], 'r' .. ARGV[1])
