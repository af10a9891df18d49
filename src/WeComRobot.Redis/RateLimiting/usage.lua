-- What is used of the window. ARGV: own limit (2), limit of all robots (2).
-- Returns the wait, the limit that applies, and the members in use.
sanitize()
local messages, window = choose_limit(ARGV[1], ARGV[2], ARGV[3], ARGV[4])
return { time_until_free(messages, window), messages, window, redis.call('ZRANGEBYSCORE', KEYS[1], after(now - span_of(window)), '+inf') }
