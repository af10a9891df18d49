-- Removes a part, if it still has this kind and holder. One that was posted is removed whatever others think of it by now.
-- ARGV: id, kind, holder. Returns whether it is gone.
local entry, kind, holder = find(ARGV[1])
if not entry then return 1 end
if ARGV[2] ~= 'posting' and (kind ~= ARGV[2] or holder ~= ARGV[3]) then return 0 end
redis.pcall('XACK', stream, group, entry)
redis.call('XDEL', stream, entry)
redis.call('HDEL', parts, ARGV[1])
redis.call('HDEL', contents, ARGV[1])
local chunk = 0
while redis.call('HDEL', media, ARGV[1] .. ':' .. chunk) == 1 do chunk = chunk + 1 end
forget(holder)
touch()
return 1
