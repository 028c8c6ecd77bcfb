import type { ExportedResults } from '../../live/server/exported-results.ts'
import { Buffer } from 'node:buffer'
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { nextPort } from '../../live/domain/ports.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { Caller } from './caller.ts'
import { newFolder, openRoom, refused, serveOptions } from './harness.ts'
import { slideNo } from './sample-workshop.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a laptop', () => {
  it('with the port taken names another one, and leaves nothing locked', async () => {
    const other = createServer()
    const port = await new Promise<number>(resolve => other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }))
    const options = serveOptions({ port })
    await expect(serveWorkshop(options)).rejects.toThrow(`Port ${port} is in use by another program, perhaps by an earlier npm start. Stop that, or choose another port: npm start 90 -- --port ${nextPort(port)}`)
    await new Promise(resolve => other.close(resolve))
    const room = await openRoom({ dataDir: options.dataDir })
    expect(await room.phone().state()).toMatchObject({ status: 200 })
  })

  it('without the address it was told to use refuses to start', async () => {
    await expect(serveWorkshop(serveOptions({ host: '203.0.113.77' }))).rejects.toThrow('This laptop does not have the address 203.0.113.77.')
  })

  it('that runs this session already refuses a second start, and the running one goes on', async () => {
    const room = await openRoom()
    await expect(serveWorkshop(serveOptions({ dataDir: room.dataDir }))).rejects.toThrow(/this session runs already in another window/)
    await room.go('ask-lunch')
    expect(await room.phone().answer('lunch', 'soup')).toMatchObject({ status: 200 })
  })

  it('that cannot write the folder for answers says how to name another', async () => {
    const file = join(newFolder(), 'a-file')
    writeFileSync(file, '')
    await expect(serveWorkshop(serveOptions({ dataDir: join(file, 'data') }))).rejects.toThrow(/The folder .*data, where answers are kept, cannot be written to .*name another folder with --data-dir or FORK_DATA_DIR/)
  })

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['is garbage', bytes => Buffer.from(bytes.map((byte, i) => byte ^ (i % 251)))],
    ['is cut off', bytes => bytes.subarray(0, bytes.length / 2)],
    ['is of another program', bytes => Buffer.concat([bytes.subarray(0, 68), Buffer.from('ELSE'), bytes.subarray(72)])],
    ['is empty', () => Buffer.alloc(0)],
  ])('whose last session file %s starts nothing and leaves the file alone; --new starts beside it', async (_, damage) => {
    const room = await openRoom()
    await room.go('ask-lunch')
    await room.answers('lunch', 3, () => 'soup')
    await room.close()
    const file = join(room.dataDir, `${room.workshop.session}.sqlite`)
    const damaged = damage(readFileSync(file))
    writeFileSync(file, damaged)
    for (const session of [undefined, room.workshop.session])
      await expect(serveWorkshop(serveOptions({ dataDir: room.dataDir, session }))).rejects.toThrow(/cannot be read .*It was left as it is\. Move it elsewhere, or start a new session with --new\./)
    expect(readFileSync(file).equals(damaged)).toBe(true)
    const fresh = await openRoom({ dataDir: room.dataDir, fresh: true })
    expect(fresh.workshop.session).toBe(`${room.workshop.session}-2`)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  it('with a full disk acknowledges nothing, reports it, and goes on once there is room', async () => {
    // The server's own connection, to tell SQLite that there is no page left: it then fails as on a full disk.
    const opened = vi.spyOn(DatabaseSync.prototype, 'exec')
    const room = await openRoom({ floor: 1 })
    const db = opened.mock.contexts.at(-1) as DatabaseSync | undefined
    opened.mockRestore()
    await room.go('ask-keep')
    const text = (n: number): string => `${n} ${'x'.repeat(130)}`.slice(0, 140)
    await room.answers('keep', 10, text)

    db?.exec('PRAGMA max_page_count = 1')
    const statuses: number[] = []
    for (let n = 0; !statuses.includes(507) && n < 500; n++) {
      const reply = await room.phone().answer('keep', text(n))
      statuses.push(reply.status)
      if (reply.status === 507)
        expect(reply.json).toEqual(refused('not-saved'))
    }
    expect(statuses.at(-1)).toBe(507)
    const kept = 10 + statuses.length - 1
    const storm = await Promise.all(Array.from({ length: 40 }, (_, n) => room.phone().answer('keep', text(n))))
    const stormed = storm.filter(reply => reply.status === 200).length
    expect(stormed).toBeLessThan(40)
    expect((await room.phone().state()).json.poll?.answered).toBe(kept + stormed)

    db?.exec('PRAGMA max_page_count = 1000000')
    expect(await room.phone().answer('keep', 'room again')).toMatchObject({ status: 200 })
    expect((await room.phone().state()).json.poll?.answered).toBe(kept + stormed + 1)
    await room.presenter.send('POST', '/api/polls/keep/close')
    const { json } = await room.presenter.send<ExportedResults>('GET', '/api/results.json')
    expect(json.rounds[0]?.words.reduce((sum, word) => sum + word.count, 0)).toBe(kept + stormed + 1)
  })

  it.each<[string, boolean, RegExp]>([
    ['for counting what the end closes', false, /"The laptop could not save this: the disk is full\. Free some disk space, then try again\."/],
    ['for erasing who answered', true, /"The voters' ids could not be erased from .*: the disk is full\. Free some disk space, then try again\./],
  ])('with a disk too full %s reports it, loses nothing, and does it at the next attempt', async (_, isCounted, sentence) => {
    const opened = vi.spyOn(DatabaseSync.prototype, 'exec')
    const room = await openRoom()
    const db = opened.mock.contexts.at(-1) as DatabaseSync | undefined
    opened.mockRestore()
    await room.go('ask-keep')
    const callers = await room.answers('keep', 60, n => `${n} ${'x'.repeat(130)}`)
    // Many more rows, so that new ids do not fit where the old ones were.
    db?.exec(`INSERT INTO answers WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT 'lunch', 1, 'v' || i, '"soup"' FROM n`)
    const voters = callers.flatMap(({ cookies }) => [...cookies.values()]).map(signed => signed.split('.')[0] ?? '')
    const onDisk = (): number => {
      const bytes = Buffer.concat(readdirSync(room.dataDir).map(name => readFileSync(join(room.dataDir, name))))
      return voters.filter(voter => bytes.includes(voter)).length
    }
    const end = (): ReturnType<Caller['send']> => room.presenter.send('POST', '/api/session/end')
    const kept = async (): Promise<unknown> => (await room.presenter.state('screen')).json.polls?.keep?.answered
    if (isCounted)
      await room.presenter.send('POST', '/api/polls/keep/close')

    db?.exec('PRAGMA max_page_count = 1')
    for (let tries = 0; tries < 2; tries++) {
      const reply = await end()
      expect(reply).toMatchObject({ status: 507, json: { error: { code: 'not-saved' } } })
      expect(reply.text).toMatch(sentence)
    }
    expect(onDisk()).toBe(60)

    db?.exec('PRAGMA max_page_count = 1000000')
    expect(await end()).toMatchObject({ status: 200 })
    expect(await kept()).toBe(60)
    expect(onDisk()).toBe(0)
    expect(await end()).toMatchObject({ status: 409, json: refused('session-over') })
  })

  it('whose clock is set back keeps order, session and limits', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T10:00:00Z') })
    const room = await openRoom()
    const wall = await room.phone().listen('screen')
    await room.go('ask-lunch')
    const [ada] = await room.answers('lunch', 5, () => 'soup')
    vi.setSystemTime(new Date('2026-11-22T04:00:00Z'))
    await room.presenter.send('POST', '/api/slide', { slide: slideNo('ask-lunch'), clicks: 1 })
    await room.go('talk')
    await wall.until(({ state }) => state.slide?.slide === slideNo('talk'))
    const seqs = wall.events.flatMap(event => event.name === 'state' ? [event.data.slide?.seq ?? 0] : [])
    expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
    expect(wall.state.polls?.lunch).toMatchObject({ phase: 'revealed', result: { voters: 5 } })
    await wall.close()
    await room.close()
    for (const file of readdirSync(room.dataDir))
      utimesSync(join(room.dataDir, file), new Date('2026-11-22T04:00:00Z'), new Date('2026-11-22T04:00:00Z'))

    vi.setSystemTime(new Date('2025-01-01T00:00:00Z'))
    const again = await openRoom({ dataDir: room.dataDir })
    expect(again.workshop).toMatchObject({ session: '2026-11-23', resumed: { answers: 5, startedAt: '2026-11-23T10:00:00.000Z' } })
    const before = (await again.phone().state()).json.slide?.seq ?? 0
    await again.go('ask-days')
    expect((await again.phone().state()).json.slide?.seq).toBe(before + 1)
    const phone = new Caller(again.base)
    ada.cookies.forEach((value, name) => phone.cookies.set(name, value))
    expect((await phone.state()).json.mine).toEqual({ lunch: { round: 1, answer: 'soup' } })
    expect(await phone.answer('days', ['mon'])).toMatchObject({ status: 200 })
  })
})
