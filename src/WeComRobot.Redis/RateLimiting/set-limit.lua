-- Sets the robot's limit for the fleet. ARGV: messages, window.
redis.call('HSET', KEYS[2], 'messages', ARGV[1], 'window', ARGV[2])
return redis.call('PEXPIRE', KEYS[2], settings_life)
