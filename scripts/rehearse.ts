import process from 'node:process'
import { planOf } from '../exercises/agenda-plan.ts'
import { polls } from '../exercises/polls.ts'
import { currentAddresses, isEverywhere } from '../live/server/addresses.ts'
import { serveWorkshop } from '../live/server/serve.ts'
import { buildDecks } from './build/decks.ts'
import { earlierCards } from './lib/earlier-session.ts'
import { rehearseOptions } from './lib/options.ts'
import { main, say } from './lib/say.ts'
import { closeOnSignal, newLinkOnEnter, openInBrowser } from './lib/terminal.ts'
import { welcome } from './lib/welcome.ts'
import { openSimulatedRoom } from './rehearse/simulated-room.ts'

/** A rehearsal on the real server and deck, with simulated phones in the room. It is kept in memory alone. */
await main(async () => {
  const { phones, seed, open, since, dataDir, format, ...options } = rehearseOptions(process.argv.slice(2), process.env)
  const earlier = since === undefined ? null : await earlierCards({ dataDir }, since)
  const built = await buildDecks(format)
  const workshop = await serveWorkshop({ ...options, ...built, polls, plan: planOf(format), earlier, dataDir: null, fresh: true, rehearsal: true, floor: 1, wifi: null, simulated: phones })
  const { host } = options
  const room = openSimulatedRoom({ host: host === undefined || isEverywhere(host) ? '127.0.0.1' : host, port: workshop.port }, { phones, seed, polls })
  closeOnSignal(async () => {
    room.leave()
    await workshop.close()
  }, 'Nothing of the rehearsal was kept.')
  say(welcome(format, workshop, currentAddresses(workshop.port, host), { phones, seed }))
  if (open)
    await openInBrowser(workshop.presenterUrl)
  newLinkOnEnter(workshop.newPresenterUrl)
})
