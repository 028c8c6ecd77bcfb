import type { Manifest } from '../../live/domain/manifest.ts'
import { planOf } from '../../exercises/agenda-plan.ts'
import { polls } from '../../exercises/polls.ts'
import { serveWorkshop } from '../../live/server/serve.ts'
import { Caller } from '../server/caller.ts'

export const hiddenWord = 'Blame Robin for it'
export const shownWord = 'Nobody may say no'

/** A session as a room leaves it: a poll above a floor of five, one below, and words of which one was hidden; above a higher floor nothing. */
export async function answeredSession(dataDir: string, session: string, manifest: Manifest, rehearsal = false, floor = 5): Promise<void> {
  const presenterKey = 'the-key-of-the-presenter'
  const dirs = { present: dataDir, deck: dataDir, phone: dataDir }
  const workshop = await serveWorkshop({ polls, manifest, plan: planOf(manifest.format), dirs, dataDir, session, presenterKey, rehearsal, fresh: false, floor, host: '127.0.0.1', port: 0, wifi: null })
  const base = `http://127.0.0.1:${workshop.port}`
  const presenter = new Caller(base, { authorization: `Bearer ${presenterKey}` })
  async function ask(poll: string, answers: readonly unknown[]): Promise<void> {
    await presenter.send('POST', `/api/polls/${poll}/open`)
    for (const answer of answers) {
      const phone = new Caller(base)
      await phone.state()
      await phone.answer(poll, answer)
    }
    await presenter.send('POST', `/api/polls/${poll}/close`)
  }
  try {
    await ask('toll', ['momentum', 'momentum', 'momentum', 'standing', 'ties', 'ties', 'ties'])
    await presenter.send('POST', '/api/polls/toll/reveal')
    await ask('trial-side', ['systems', 'systems', 'systems'])
    await presenter.send('POST', '/api/polls/trial-side/reveal')
    if (floor > 5)
      return
    await ask('break-hybrid', [hiddenWord, shownWord, 'Meet at night', 'Book every hour', 'Never write it down', 'Never write it down'])
    const { json: words } = await presenter.send<{ words: { id: string, text: string }[] }>('GET', '/api/polls/break-hybrid/words')
    const id = words.words.find(word => word.text === hiddenWord)?.id ?? ''
    await presenter.send('PUT', `/api/polls/break-hybrid/words/${encodeURIComponent(id)}`, { hidden: true })
    await presenter.send('POST', '/api/polls/break-hybrid/reveal')
  }
  finally {
    await workshop.close()
  }
}
