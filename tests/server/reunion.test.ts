import type { Room } from './harness.ts'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { StoreError } from '../../live/store/store.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { cardPoll, earlierCards } from '../../scripts/lib/earlier-session.ts'
import { PlainError } from '../../scripts/lib/say.ts'
import { answerOf } from '../deck-polls.ts'
import { newFolder, openRoom } from './harness.ts'

const [workshop, reunion] = [await readManifest(90), await readManifest(30)]
const cards = polls.find(({ id }) => id === cardPoll)
const has = cards ? Array.from({ length: 8 }, (_, person) => answerOf(cards, person)) : []
/** Where cards are asked about, and where nothing is. */
const [asking, silent] = [cardPoll, null].map(poll => workshop.slides.find(one => one.poll === poll)?.no ?? 0)

/** A workshop whose room answered what its cards have, as many as there are answers, and perhaps saw the result. */
async function held(dataDir: string, session: string, { answers = has, click = 1, rehearsal = false, floor = 5, slide = asking } = {}): Promise<Room> {
  const room = await openRoom({ polls, manifest: workshop, plan: planOf(90), dataDir, session, rehearsal, floor })
  await room.presenter.send('POST', '/api/slide', { slide, clicks: 0 })
  if (slide === asking)
    await room.answers(cardPoll, answers.length, n => answers[n])
  await room.presenter.send('POST', '/api/slide', { slide, clicks: click })
  return room
}

describe.runIf(cards)('a reunion that names the session of its workshop', () => {
  it('shows its screens the workshop\'s counts of cards, and tells phones nothing of them', async () => {
    const dataDir = newFolder()
    await (await held(dataDir, 'Platform')).close()
    const earlier = await earlierCards({ dataDir }, 'Platform')
    expect(earlier.result).toMatchObject({ kind: 'options', voters: 8, counts: Object.fromEntries([...Map.groupBy(has, String)].map(([id, those]) => [id, those.length])) })
    expect(Object.keys(earlier).toSorted()).toEqual(['askedAt', 'poll', 'result'])
    const room = await openRoom({ polls, manifest: reunion, plan: planOf(30), dataDir, earlier })
    expect((await room.presenter.state('screen')).json.earlier).toEqual(earlier)
    const phone = await room.voter()
    expect(JSON.stringify(await phone.state())).not.toContain(cardPoll)
    expect((await phone.state()).json.mine).toEqual({})
  })

  it.each<[what: string, hold: (dataDir: string) => Promise<Room> | null, sentence: string]>([
    ['that is missing', () => null, 'There is no session "Platform". No session was kept here yet.'],
    ['with a misspelt name', dataDir => held(dataDir, 'Platfrom'), 'There is no session "Platform". There are: "Platfrom".'],
    ['that is a rehearsal', dataDir => held(dataDir, 'Platform', { rehearsal: true }), 'The session "Platform" is a rehearsal'],
    ['of another workshop', dataDir => held(dataDir, 'Platform', { slide: silent }), 'is of another workshop: it never asked what the cards have.'],
    ['with four answers', dataDir => held(dataDir, 'Platform', { answers: has.slice(0, 4) }), 'no result about its cards that may leave its room'],
    ['with four answers under a floor of one', dataDir => held(dataDir, 'Platform', { answers: has.slice(0, 4), floor: 1 }), 'no result about its cards that may leave its room'],
    ['whose poll was never shown', dataDir => held(dataDir, 'Platform', { click: 0 }), 'no result about its cards that may leave its room'],
  ])('refuses a session %s, and begins nothing', async (_, hold, sentence) => {
    const dataDir = newFolder()
    await (await hold(dataDir))?.close()
    const before = readdirSync(dataDir)
    await expect(earlierCards({ dataDir }, 'Platform')).rejects.toThrow(PlainError)
    await expect(earlierCards({ dataDir }, 'Platform')).rejects.toThrow(sentence)
    expect(readdirSync(dataDir)).toEqual(before)
  })

  it('refuses a session that still runs elsewhere', async () => {
    const dataDir = join(newFolder(), 'data')
    await held(dataDir, 'Platform')
    await expect(earlierCards({ dataDir }, 'Platform')).rejects.toThrow(StoreError)
  })
})

describe('a reunion that names no session', () => {
  it('leaves the unended workshop alone, and each start goes on with its own', async () => {
    const dataDir = newFolder()
    await (await held(dataDir, 'Platform')).close()
    const first = await openRoom({ polls, manifest: reunion, plan: planOf(30), dataDir })
    expect(first.workshop).toMatchObject({ resumed: null, leftOpen: [{ name: 'Platform' }] })
    await first.presenter.send('POST', '/api/slide', { slide: 2, clicks: 0 })
    await first.close()
    const again = await openRoom({ polls, manifest: reunion, plan: planOf(30), dataDir })
    expect(again.workshop.session).toBe(first.workshop.session)
    expect(again.workshop.resumed).not.toBeNull()
    await again.close()
    expect((await openRoom({ polls, manifest: workshop, plan: planOf(90), dataDir })).workshop.session).toBe('Platform')
  })
})
