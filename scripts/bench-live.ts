import type { Room } from './lib/bench-room.ts'
import type { Screen } from './lib/bench-screen.ts'
import type { ServerAddress, SimulatedPhone } from './lib/simulated-phone.ts'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import * as v from 'valibot'
import { polls } from '../exercises/polls.ts'
import { cpuEach, memoryOf, readCpu } from './lib/bench-cpu.ts'
import { benchOptions } from './lib/bench-options.ts'
import { KEY, openRoom } from './lib/bench-room.ts'
import { openScreen } from './lib/bench-screen.ts'
import { main, say } from './lib/say.ts'
import { joinPhone, sendAnswer } from './lib/simulated-phone.ts'

/** Loads the real `npm start` on this machine with phones that join and answer, and prints what it measured. */

const JOIN_WITHIN_MS = 5_000
const ANSWER_WITHIN_MS = [5_000, 500]
const exportedResults = v.object({ rounds: v.array(v.object({ poll: v.string(), answered: v.number() })) })

await main(async () => {
  const options = benchOptions(process.argv.slice(2), process.env)
  for (const size of options.sizes) {
    const room = await openRoom(options)
    await measure(room, size).finally(room.close)
  }
})

async function measure(room: Room, size: number): Promise<void> {
  const storage = room.store === null ? 'a file' : 'a store'
  say(`\n${size} phones · ${room.places.length === 1 ? 'one server' : `${room.places.length} servers`}, ${storage} · ready ${room.starts.map(ms).join(', ')} after the start`)
  const before = await readCpu(room)
  const { phones, joins } = await joinAll(room, size)
  say(`  join, all within ${JOIN_WITHIN_MS / 1000} s        ${spread(joins)}`)
  say(`    CPU for each phone                 ${cpuEach(before, await readCpu(room), size)}`)
  const screen = await openScreen(room.places.at(-1) ?? room.places[0])
  const asked = polls.filter(poll => poll.kind === 'single')
  for (const [i, within] of ANSWER_WITHIN_MS.entries()) {
    const poll = asked[i]
    if (poll?.options[0])
      await askEverybody(room, phones, screen, { id: poll.id, answer: poll.options[0].id, within })
  }
  say(`  sent to each phone over its stream   ${Math.round(phones.reduce((sum, { bytes }) => sum + bytes, 0) / size)} bytes`)
  phones.forEach(phone => phone.leave())
}

async function joinAll({ places }: Room, size: number): Promise<{ phones: SimulatedPhone[], joins: number[] }> {
  const joins: number[] = []
  const phones = await Promise.all(Array.from({ length: size }, async (_, i) => {
    await wait(i / size * JOIN_WITHIN_MS)
    const at = performance.now()
    const phone = await joinPhone(places[i % places.length] ?? places[0])
    joins.push(performance.now() - at)
    return phone
  }))
  return { phones, joins }
}

async function askEverybody(room: Room, phones: SimulatedPhone[], screen: Screen, { id, answer, within }: { id: string, answer: string, within: number }): Promise<void> {
  const [place] = room.places
  const before = await readCpu(room)
  await present(place, `polls/${id}/open`)
  await until(() => phones.every(({ state }) => state.poll?.poll.id === id && state.poll.phase === 'open'), 30_000)
  const opened = await readCpu(room)
  const outcomes = await Promise.all(phones.map(async (phone, i) => {
    await wait(i / phones.length * within)
    return sendAnswer(phone, id, 1, answer)
  }))
  const acked = outcomes.filter(outcome => outcome !== null).sort((a, b) => a.ackedAt - b.ackedAt)
  const seen = await until(() => (screen.get(id)?.at(-1)?.count ?? 0) >= acked.length, 10_000)
  const answered = await readCpu(room)
  const onScreen = acked.flatMap(({ sentAt }, i) => {
    const shown = screen.get(id)?.find(({ count }) => count > i)
    return shown ? [shown.at - sentAt] : []
  })
  await present(place, `polls/${id}/close`)
  const kept = await answersKept(place, id)
  say(`  all answering within ${within / 1000} s`)
  say(`    acknowledged                       ${spread(acked.map(({ sentAt, ackedAt }) => ackedAt - sentAt))}`)
  say(`    count on screen                    ${spread(onScreen)}${seen ? '' : ' (not all seen)'}`)
  say(`    acknowledged ${acked.length} of ${phones.length}, in the result ${kept}, lost ${acked.length - kept}`)
  say(`    CPU to tell a phone of the poll    ${cpuEach(before, opened, phones.length)}`)
  say(`    CPU for each answer                ${cpuEach(opened, answered, acked.length)}`)
  say(`    server memory at its highest       ${memoryOf(room.pids)}`)
}

async function present({ host, port }: ServerAddress, path: string): Promise<void> {
  const response = await fetch(`http://${host}:${port}/api/${path}`, { method: 'POST', headers: { authorization: `Bearer ${KEY}` } })
  if (!response.ok)
    throw new Error(`${path}: ${await response.text()}`)
}

async function answersKept({ host, port }: ServerAddress, id: string): Promise<number> {
  const response = await fetch(`http://${host}:${port}/api/results.json`, { headers: { authorization: `Bearer ${KEY}` } })
  const { rounds } = v.parse(exportedResults, await response.json())
  return rounds.find(round => round.poll === id)?.answered ?? 0
}

async function until(condition: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs
  while (performance.now() < end) {
    if (condition())
      return true
    await wait(20)
  }
  return false
}

function spread(values: number[]): string {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): string => ms(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  p99 ${at(0.99)}`
}

function ms(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`
}
