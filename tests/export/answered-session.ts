import type { Manifest } from '../../live/domain/manifest.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { answerOf, counted, moderated } from '../deck-polls.ts'
import { Caller } from '../server/caller.ts'

/** Two polls with the session's floor, and one whose words are read first, if the workshop has one. */
const [above, below] = counted.map(({ poll }) => poll).filter(poll => poll.floor === undefined)
const words = moderated[0]?.poll
export const answered = { above, below, words }

export const hiddenWord = 'Blame Robin for it'
export const shownWord = 'Nobody may say no'

/** A session as a room leaves it: a poll above a floor of five, one below, and words of which one was hidden; above a higher floor nothing. */
export async function answeredSession(dataDir: string, session: string, manifest: Manifest, rehearsal = false, floor = 5): Promise<void> {
  const presenterKey = 'the-key-of-the-presenter'
  const dirs = { present: dataDir, deck: dataDir, phone: dataDir }
  const workshop = await serveWorkshop({ polls, manifest, plan: planOf(manifest.format), dirs, dataDir, session, presenterKey, rehearsal, fresh: false, floor, host: '127.0.0.1', port: 0, wifi: null })
  const base = `http://127.0.0.1:${workshop.port}`
  const presenter = new Caller(base, { authorization: `Bearer ${presenterKey}` })
  async function ask(poll: Poll | undefined, count: number, answer = (person: number): unknown => poll && answerOf(poll, person)): Promise<void> {
    if (!poll)
      return
    await presenter.send('POST', `/api/polls/${poll.id}/open`)
    for (let person = 0; person < count; person++) {
      const phone = new Caller(base)
      await phone.state()
      await phone.answer(poll.id, answer(person))
    }
    await presenter.send('POST', `/api/polls/${poll.id}/close`)
  }
  const reveal = (poll: Poll | undefined): Promise<unknown> => presenter.send('POST', `/api/polls/${poll?.id}/reveal`)
  try {
    await ask(above, 7)
    await reveal(above)
    await ask(below, 3)
    await reveal(below)
    if (floor > 5 || !words)
      return
    const texts = [hiddenWord, shownWord, 'Meet at night', 'Book every hour', 'Never write it down', 'Never write it down']
    await ask(words, texts.length, person => texts[person])
    const { json } = await presenter.send<{ words: { id: string, text: string }[] }>('GET', `/api/polls/${words.id}/words`)
    const id = json.words.find(word => word.text === hiddenWord)?.id ?? ''
    await presenter.send('PUT', `/api/polls/${words.id}/words/${encodeURIComponent(id)}`, { hidden: true })
    await reveal(words)
  }
  finally {
    await workshop.close()
  }
}
