import type { Manifest } from '../../live/domain/manifest.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import { polls } from '../../exercises/polls.ts'
import { definePolls } from '../../live/domain/define-polls.ts'
import { optionsOf } from '../../live/domain/poll-rules.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { answerOf } from '../deck-polls.ts'
import { pollsOfEveryKind } from '../poll-samples.ts'
import { Caller } from '../server/caller.ts'

/** Numbers of answers. */
export const crowds = [0, 1, 4, 19, 300] as const

const longLabel = 'Give the one person who knows it no time for it'
function options(count: number): Poll & { kind: 'single' } {
  return {
    id: 'many',
    kind: 'single',
    question: 'Which of these would you leave to somebody else, if anybody were there?',
    purpose: 'To find one.',
    options: Array.from({ length: count }, (_, i) => ({ id: `option-${i}`, label: `${i + 1}: ${longLabel.slice(0, 12 + i * 3)}` })),
  }
}

/** Polls at the limits of what is allowed, one of each kind, and those of the workshop. */
export const asked: readonly Poll[] = [
  ...definePolls('tests/export/any-session.ts', [
    options(6),
    { id: 'far', kind: 'scale', question: 'How far?', purpose: 'A long scale.', min: 0, max: 10, minLabel: 'Not at all, not even on a good day', maxLabel: 'All the way there and back again' },
    ...pollsOfEveryKind(['Momentum', 'Standing', 'Sharpness', 'Ties', 'Money']),
  ]),
  ...polls,
]

/** How many answer a scale first, how many again at the end, and what of it leaves the room: nobody who answered once may be told apart. */
export const movements: { first: number, last: number, tells: 'nothing' | 'bars' | 'movement' | 'both' }[] = [
  { first: 19, last: 300, tells: 'both' },
  { first: 4, last: 19, tells: 'bars' },
  { first: 21, last: 19, tells: 'movement' },
  { first: 19, last: 4, tells: 'nothing' },
  { first: 0, last: 19, tells: 'bars' },
  { first: 300, last: 19, tells: 'both' },
  { first: 300, last: 1, tells: 'nothing' },
  { first: 19, last: 21, tells: 'movement' },
]

/** Words of many scripts, in both directions, with marks, of one letter and of many. */
const texts = ['ok', 'No time', '时间。', 'אין זמן.', 'لا يوجد وقت كافٍ', 'समय नहीं है', 'ไม่มีเวลา', '시간이 없다', 'Ｎｏ　ｔｉｍｅ', 'Zeit — keine!', '👩🏽‍💻🧯', 'e\u0301t\u00E9', '<b>bold</b> & "quoted"', '=1+1', 'W'.repeat(280), 'Donaudampfschifffahrtsgesellschaftskapitänsmütze '.repeat(6).trim(), 'word '.repeat(56).trim()]

/** One poll of a session: asked once, or a second time after six have answered a first. */
export interface Asking { poll: Poll, crowd: number, twice: boolean, hands: boolean, tells?: typeof movements[number]['tells'] }

/** Creates a session with these polls and answers, each in the place of one of the deck's. */
export async function leaveSession(dataDir: string, session: string, manifest: Manifest, askings: readonly Asking[], isEnded: boolean): Promise<void> {
  const presenterKey = 'the-key-of-the-presenter'
  const plan = { arrival: '', sections: [], cuts: [] }
  const workshop = await serveWorkshop({ polls: askings.map(({ poll }) => poll), manifest, plan, dirs: { present: dataDir, deck: dataDir, phone: dataDir }, dataDir, session, presenterKey, rehearsal: false, fresh: false, floor: 5, host: '127.0.0.1', port: 0, wifi: null })
  const base = `http://127.0.0.1:${workshop.port}`
  const presenter = new Caller(base, { authorization: `Bearer ${presenterKey}` })
  const phones = Array.from({ length: Math.max(6, ...askings.map(({ crowd }) => crowd)) }, () => new Caller(base))
  await inTurns(phones, phone => phone.state())

  async function ask({ poll, hands }: Asking, crowd: number, round: number): Promise<void> {
    const at = `/api/polls/${poll.id}`
    await presenter.send('POST', `${at}/open`)
    const replies = await inTurns(phones.slice(0, crowd), (phone, person) => phone.answer(poll.id, answerOf(poll, person, [...texts, `${person} of many`, `${person} ${'said something '.repeat(20)}`]), round))
    const refused = replies.find(reply => reply.status !== 200)
    if (refused)
      throw new Error(`${poll.id}: ${refused.text}`)
    const [option] = optionsOf(poll)
    if (hands && option)
      await presenter.send('PUT', `${at}/hand-count`, { counts: { [option.id]: 6 } })
    await presenter.send('POST', `${at}/close`)
    await presenter.send('POST', `${at}/reveal`)
  }

  try {
    for (const asking of askings) {
      if (asking.twice) {
        await ask(asking, 6, 1)
        await presenter.send('POST', `/api/polls/${asking.poll.id}/reset`)
      }
      await ask(asking, asking.crowd, asking.twice ? 2 : 1)
    }
    if (isEnded)
      await presenter.send('POST', '/api/session/end')
  }
  finally {
    await workshop.close()
  }
}

/** Thirty at a time: a test process that opens hundreds of connections at once loses some. */
async function inTurns<T>(phones: readonly Caller[], does: (phone: Caller, person: number) => Promise<T>): Promise<T[]> {
  const done: T[] = []
  for (let first = 0; first < phones.length; first += 30)
    done.push(...await Promise.all(phones.slice(first, first + 30).map((phone, i) => does(phone, first + i))))
  return done
}
