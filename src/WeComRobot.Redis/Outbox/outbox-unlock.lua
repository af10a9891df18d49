-- Gives up a lock, unless it has lapsed and somebody else has it. KEYS[1]: the lock. ARGV: its token.
return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0
