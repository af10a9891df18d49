-- The messages that wait, of all robots; each step is a script of its own that follows these lines.
-- KEYS[1]: a stream with an entry for each part. Whose consumer the entry is pending for holds the part.
-- KEYS[2]: a hash, the id of a part -> "<entry> <kind>". KEYS[3]: id -> content. KEYS[4]: "<id>:<number from 0>" -> chunk of an attached file.
local stream, parts, contents, media = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local group = 'senders'
local nobody = 'nobody'

local function touch()
  for i = 1, 4 do redis.call('PEXPIRE', KEYS[i], 90 * 86400000) end
end

-- Entry, kind and holder of a part; nil if there is none
local function find(id)
  local part = redis.call('HGET', parts, id)
  if not part then return nil end
  local entry, kind = part:match('^(%S+) (%S+)$')
  -- An error means that somebody has removed the group
  local pending = redis.pcall('XPENDING', stream, group, entry, entry, 1)
  return entry, kind, pending[1] and pending[1][2] or nobody
end

-- Gives a part a kind and a holder, who is alive as of now
local function put(id, entry, kind, holder)
  redis.call('HSET', parts, id, entry .. ' ' .. kind)
  redis.pcall('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
  redis.call('XCLAIM', stream, group, holder, 0, entry, 'FORCE', 'JUSTID', 'LASTID', entry)
end

-- Forgets a holder that holds nothing any more
local function forget(holder)
  if holder ~= nobody and not redis.pcall('XPENDING', stream, group, '-', '+', 1, holder)[1] then
    redis.pcall('XGROUP', 'DELCONSUMER', stream, group, holder)
  end
end
