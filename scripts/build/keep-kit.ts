import type { Plugin } from 'vite'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { kitFolder, root, siteFolder } from '../lib/paths.ts'

/**
 * The kit stands in the site's folder, which a plain `npx slidev build` would empty. It leaves the kit, as `npm run build` does.
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
    // As late as Vite empties a folder: a build that fails leaves what was there.
    renderStart() {
      if (!isSite || !existsSync(site))
        return
      for (const path of readdirSync(site).map(name => join(site, name)).filter(path => path !== kit))
        rmSync(path, { recursive: true })
    },
  }
}
