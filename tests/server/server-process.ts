import process from 'node:process'
import { serveWorkshop } from '../../live/server/serve.ts'
import { KEY } from './key.ts'
import { manifest, plan, polls } from './sample-workshop.ts'

/** The real server as a process of its own, to be killed. Its pages and where it keeps the session come as arguments; it tells its port. */
const [pages = '', dataDir = '', store] = process.argv.slice(2)

void serveWorkshop({
  polls,
  manifest,
  plan,
  dirs: { present: pages, deck: pages, phone: pages },
  dataDir,
  store,
  session: 'team',
  presenterKey: KEY,
  fresh: false,
  rehearsal: false,
  floor: 1,
  host: '127.0.0.1',
  port: 0,
  wifi: null,
}).then(({ port }) => process.stdout.write(`${port}\n`))
