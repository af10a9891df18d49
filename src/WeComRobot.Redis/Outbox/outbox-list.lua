-- All parts. Returns of each: id, kind, holder, how long ago the holder was alive (ms), size of the content (bytes).
-- The contents themselves may be too many for one answer.
local holders, idle = {}, {}
for _, pending in ipairs(redis.pcall('XPENDING', stream, group, '-', '+', 1000000)) do
  local entry, holder = pending[1], pending[2]
  holders[entry] = holder
  idle[holder] = math.min(idle[holder] or pending[3], pending[3])
end

local all = {}
local found = redis.call('HGETALL', parts)
for i = 1, #found, 2 do
  local entry, kind = found[i + 1]:match('^(%S+) (%S+)$')
  local holder = holders[entry] or nobody
  for _, value in ipairs({ found[i], kind, holder, idle[holder] or 0, redis.call('HSTRLEN', contents, found[i]) }) do
    all[#all + 1] = value
  end
end
touch()
return all
