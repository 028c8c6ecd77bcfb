import process from 'node:process'
import { serveWorkshop } from '../../live/server/serve.ts'
import { manifest, plan, polls } from './workshop.ts'

/** The real server as a process of its own, to be killed. Its folder, its pages and its key come as arguments; it tells its port. */
const [dataDir = '', pages = '', presenterKey = ''] = process.argv.slice(2)

void serveWorkshop({
  polls,
  manifest,
  plan,
  dirs: { present: pages, deck: pages, phone: pages },
  dataDir,
  presenterKey,
  fresh: false,
  rehearsal: false,
  floor: 1,
  host: '127.0.0.1',
  port: 0,
  wifi: null,
}).then(({ port }) => process.stdout.write(`${port}\n`))
