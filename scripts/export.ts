import { join, relative } from 'node:path'
import process from 'node:process'
import { exportKit } from './export/export-kit.ts'
import { exportOptions } from './export/export-options.ts'
import { kitFolder, root } from './lib/paths.ts'
import { main, say, since } from './lib/say.ts'

await main(async () => {
  const options = exportOptions(process.argv.slice(2), process.env)
  const kit = join(root, kitFolder)
  const started = performance.now()
  await exportKit(options, kit)
  say(`Exported in ${since(started)}: ${relative(process.cwd(), kit)}/`)
})
