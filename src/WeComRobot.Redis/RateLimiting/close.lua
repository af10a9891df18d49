-- The service reports that the limit is reached.
redis.call('HSET', KEYS[2], 'closed', now)
redis.call('PEXPIRE', KEYS[2], settings_life)
return now
