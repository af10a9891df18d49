-- Writes a part, unless somebody else holds it. KEYS[5]: set if the owner has lost its parts to others. ARGV: id, kind, owner, content.
-- Returns whether it was written.
local entry, kind, holder = find(ARGV[1])
if entry and holder ~= ARGV[3] or not entry and redis.call('EXISTS', KEYS[5]) == 1 then return 0 end
if not entry then
  put(ARGV[1], redis.call('XADD', stream, '*', 'part', ARGV[1]), ARGV[2], ARGV[3])
end
redis.call('HSET', contents, ARGV[1], ARGV[4])
touch()
return 1
