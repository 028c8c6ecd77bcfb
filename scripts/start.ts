import process from 'node:process'
import { planOf } from '../exercises/agenda-plan.ts'
import { polls } from '../exercises/polls.ts'
import { currentAddresses } from '../live/server/addresses.ts'
import { serveWorkshop } from '../live/server/serve.ts'
import { makeFolder } from '../live/store/folder.ts'
import { possibleLosses } from '../live/store/redis-durability.ts'
import { buildDecks } from './build/decks.ts'
import { examineLaptop, gravest } from './doctor/findings.ts'
import { probeLaptop } from './doctor/probe.ts'
import { lineOf } from './doctor/report.ts'
import { deleteSession } from './lib/delete-session.ts'
import { earlierCards } from './lib/earlier-session.ts'
import { startOptions } from './lib/options.ts'
import { main, say } from './lib/say.ts'
import { welcome } from './lib/welcome.ts'

/** Of what the doctor would say. */
const LINES_THAT_MATTER = 2
/** One press of Ctrl-C arrives twice: from the terminal and from the set-up that started this. */
const ONE_PRESS_MS = 500

await main(async () => {
  const { open, since, delete: unwanted, ...options } = startOptions(process.argv.slice(2), process.env)
  if (unwanted !== undefined)
    return say(await deleteSession(options, unwanted))
  if (options.store === undefined)
    makeFolder(options.dataDir)
  else
    (await possibleLosses(options.store)).forEach(loss => say(loss))
  const earlier = since === undefined ? null : await earlierCards(options, since)
  const laptop = probeLaptop(options)
  const built = await buildDecks(options.format)
  const workshop = await serveWorkshop({ ...options, ...built, polls, plan: planOf(options.format), earlier })
  closeOnSignal(workshop.close)
  say(welcome(options.format, workshop, currentAddresses(workshop.port, options.host, options.publicOrigin)))
  // Which addresses there are, and whether phones come, is said above.
  const findings = examineLaptop(await laptop).filter(({ about, level }) => about !== 'network' || level === 'look')
  gravest(findings, LINES_THAT_MATTER).forEach(finding => say(`${lineOf(finding)}\n`))
  if (open)
    await openInBrowser(workshop.presenterUrl)
  newLinkOnEnter(workshop.newPresenterUrl)
})

/** A presenter link is good once: Enter makes another. */
function newLinkOnEnter(newUrl: () => Promise<string>): void {
  if (!process.stdin.isTTY)
    return
  process.stdin.unref()
  process.stdin.on('data', () => void newUrl().then(url => say(`  Presenter   ${url}`), () => say('No presenter link can be made now.')))
}

/** No browser here is no reason to stop: the address is printed. */
async function openInBrowser(url: string): Promise<void> {
  const { default: openUrl } = await import('open')
  const browser = await openUrl(url).catch(() => null)
  browser?.on('error', () => say('No browser could be opened here. Open the presenter address above yourself.'))
}

/** The first Ctrl-C closes the session's file and says so; a second one does not wait. */
function closeOnSignal(close: () => Promise<void>): void {
  let closingSince = 0
  const stop = async (): Promise<void> => {
    if (closingSince > 0) {
      if (performance.now() - closingSince > ONE_PRESS_MS)
        process.exit(130)
      return
    }
    closingSince = performance.now()
    const problem = await close().then(() => null, (error: unknown) => error instanceof Error ? error.message : String(error))
    say(problem === null ? '\nStopped. Everything answered is kept; npm start goes on with it.' : `\nStopped. ${problem}`)
    process.exit(problem === null ? 0 : 1)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, stop)
}
