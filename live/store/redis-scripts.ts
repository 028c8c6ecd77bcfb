/*
 * What Redis or Valkey does in one step. A session's keys share the hash tag {name}, so that they stand on one node:
 * `session` (record, state, version, open round), `log`, `rounds`, `asked` (rounds that were ever open), `answers:POLL:ROUND`, `servers`, `marks`.
 * Scripts are sent whole and not by their hash: a server that was restarted knows no hashes.
 */

/** KEYS session. ARGV record, state. 1 when it was made, 0 when there was one. */
export const CREATE = `
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'record', ARGV[1], 'state', ARGV[2], 'version', 1, 'open', '')
return 1`

/** KEYS session, log, rounds, asked. ARGV version, state, open round, channel, number of log lines, the lines, then round ids and rounds. */
export const SAVE = `
if redis.call('HGET', KEYS[1], 'version') ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[2], 'open', ARGV[3])
redis.call('HINCRBY', KEYS[1], 'version', 1)
if ARGV[3] ~= '' then redis.call('SADD', KEYS[4], ARGV[3]) end
local lines = tonumber(ARGV[5])
for i = 6, 5 + lines do redis.call('RPUSH', KEYS[2], ARGV[i]) end
for i = 6 + lines, #ARGV, 2 do redis.call('HSET', KEYS[3], ARGV[i], ARGV[i + 1]) end
redis.call('PUBLISH', ARGV[4], '')
return 1`

/** KEYS session, answers. ARGV open round, voter, answer. 2 counted, 1 changed, 0 not open. */
export const ANSWER = `
if redis.call('HGET', KEYS[1], 'open') ~= ARGV[1] then return 0 end
return redis.call('HSET', KEYS[2], ARGV[2], ARGV[3]) + 1`

/** KEYS servers. ARGV server, presence (empty: gone), milliseconds it is good for. */
export const TELL_PRESENCE = `
if ARGV[2] == '' then return redis.call('HDEL', KEYS[1], ARGV[1]) end
local now = redis.call('TIME')
local until_ms = now[1] * 1000 + math.floor(now[2] / 1000) + ARGV[3]
return redis.call('HSET', KEYS[1], ARGV[1], until_ms .. ' ' .. ARGV[2])`

/** KEYS servers. The presences that are still good; the others are dropped. */
export const PRESENCE = `
local now = redis.call('TIME')
local now_ms = now[1] * 1000 + math.floor(now[2] / 1000)
local here = {}
local all = redis.call('HGETALL', KEYS[1])
for i = 1, #all, 2 do
  local until_ms, presence = string.match(all[i + 1], '^(%d+) (.*)$')
  if tonumber(until_ms) >= now_ms then here[#here + 1] = presence
  else redis.call('HDEL', KEYS[1], all[i]) end
end
return here`

/** KEYS servers. How many servers are there. */
export const SERVERS = `
local now = redis.call('TIME')
local now_ms = now[1] * 1000 + math.floor(now[2] / 1000)
local here = 0
for _, told in ipairs(redis.call('HVALS', KEYS[1])) do
  if tonumber(string.match(told, '^%d+')) >= now_ms then here = here + 1 end
end
return here`

/** KEYS marks. ARGV voter and exercise, stage, milliseconds after which marks are forgotten. Who finished stays so. */
export const MARK = `
if redis.call('HGET', KEYS[1], ARGV[1]) ~= 'finished' then redis.call('HSET', KEYS[1], ARGV[1], ARGV[2]) end
return redis.call('PEXPIRE', KEYS[1], ARGV[3])`

/** KEYS answers. ARGV seed, prefix. Gives every answer a new id, in an order that tells nothing of the old one. */
export const ERASE = `
local answers = redis.call('HVALS', KEYS[1])
math.randomseed(tonumber(ARGV[1]))
for i = #answers, 2, -1 do
  local j = math.random(i)
  answers[i], answers[j] = answers[j], answers[i]
end
redis.call('DEL', KEYS[1])
for i, answer in ipairs(answers) do redis.call('HSET', KEYS[1], ARGV[2] .. i, answer) end
return #answers`
