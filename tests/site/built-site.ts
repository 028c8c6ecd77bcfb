import { join } from 'node:path'
import { buildSite } from '../../scripts/build/decks.ts'
import { root } from '../../scripts/lib/paths.ts'

/** The site that these tests share, built for a folder of some server. */
export const site = { folder: join(root, '.cache', 'site'), origin: 'https://example.org', base: '/the-fork/' }

/** Vitest's global set-up for the site's tests. */
export default async function builtSite(): Promise<void> {
  await buildSite(site.folder, { format: 90, origin: site.origin, base: site.base })
}
