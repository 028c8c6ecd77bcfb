import process from 'node:process'
import { planOf } from '../exercises/agenda-plan.ts'
import { polls } from '../exercises/polls.ts'
import { currentAddresses } from '../live/server/addresses.ts'
import { serveWorkshop } from '../live/server/serve.ts'
import { makeFolder } from '../live/store/data-folder.ts'
import { possibleLosses } from '../live/store/redis-durability.ts'
import { buildDecks } from './build/decks.ts'
import { findingsAtStart } from './doctor/findings.ts'
import { probeLaptop } from './doctor/probe.ts'
import { lineOf } from './doctor/report.ts'
import { deleteSession } from './lib/delete-session.ts'
import { earlierCards } from './lib/earlier-session.ts'
import { startOptions } from './lib/options.ts'
import { main, say } from './lib/say.ts'
import { DEFAULT_LENGTH, lengthToGoOnWith } from './lib/session-length.ts'
import { closeOnSignal, newLinkOnEnter, openInBrowser } from './lib/terminal.ts'
import { welcome } from './lib/welcome.ts'

await main(async () => {
  const { open, since, delete: unwanted, ...asked } = startOptions(process.argv.slice(2), process.env)
  if (unwanted !== undefined)
    return say(await deleteSession(asked, unwanted))
  const earlier = since === undefined ? null : await earlierCards(asked, since)
  if (asked.store === undefined)
    makeFolder(asked.dataDir)
  else
    (await possibleLosses(asked.store)).forEach(loss => say(loss))
  const options = { ...asked, format: asked.format ?? await lengthToGoOnWith(asked) ?? DEFAULT_LENGTH }
  const laptop = probeLaptop(options)
  const built = await buildDecks(options.format)
  const workshop = await serveWorkshop({ ...options, ...built, polls, plan: planOf(options.format), earlier })
  closeOnSignal(workshop.close, 'Everything answered is kept. Unless the session was ended, npm start goes on with it.')
  say(welcome(options.format, workshop, currentAddresses(workshop.port, options.host, options.publicOrigin)))
  findingsAtStart(await laptop).forEach(finding => say(`${lineOf(finding)}\n`))
  if (open)
    await openInBrowser(workshop.presenterUrl)
  newLinkOnEnter(workshop.newPresenterUrl)
})
