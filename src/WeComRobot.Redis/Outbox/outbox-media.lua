-- Keeps a chunk of the attached file of a part that its owner has just written. ARGV: id, owner, number of the chunk, bytes.
-- Returns whether it is kept.
local _, _, holder = find(ARGV[1])
if holder ~= ARGV[2] then return 0 end
redis.call('HSET', media, ARGV[1] .. ':' .. ARGV[3], ARGV[4])
touch()
return 1
