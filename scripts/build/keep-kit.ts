import type { Plugin } from 'vite'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { kitFolder, root, siteFolder } from '../lib/paths.ts'

/**
 * Keeps `dist/kit` when a plain `npx slidev build` empties `dist`, as `npm run build` does.
 * @param top of the project
 */
export function keepKit(top = root): Plugin {
  const site = join(top, siteFolder)
  const kit = join(top, kitFolder)
  let isSite = false
  return {
    name: 'keep-kit',
    apply: 'build',
    config({ build }) {
      isSite = resolve(top, build?.outDir ?? siteFolder) === site
      return isSite ? { build: { emptyOutDir: false } } : undefined
    },
    // At the time at which Vite empties the folder: a build that fails before leaves what was there.
    renderStart() {
      if (!isSite || !existsSync(site))
        return
      for (const path of readdirSync(site).map(name => join(site, name)).filter(path => path !== kit))
        rmSync(path, { recursive: true })
    },
  }
}
