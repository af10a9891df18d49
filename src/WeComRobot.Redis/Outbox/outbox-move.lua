-- Gives parts another kind and holder, if all of them still have those that are given. KEYS[5]: as in outbox-write.
-- ARGV: kind ('' for any), holder; new kind, new holder; 1 if the old holder has died; the ids.
-- Returns 1 if so, 0 if another was first, -1 if Redis has lost a part.
local found = {}
for i = 6, #ARGV do
  local entry, kind, holder = find(ARGV[i])
  if not entry then return redis.call('EXISTS', KEYS[5]) == 1 and 0 or -1 end
  if ARGV[1] ~= '' and kind ~= ARGV[1] or holder ~= ARGV[2] then return 0 end
  found[ARGV[i]] = entry
end

for id, entry in pairs(found) do put(id, entry, ARGV[3], ARGV[4]) end
if ARGV[5] == '1' then redis.call('SET', KEYS[5], '', 'PX', 86400000) end
if ARGV[2] ~= ARGV[4] then forget(ARGV[2]) end
touch()
return 1
