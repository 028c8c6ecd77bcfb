import process from 'node:process'
import { defineConfig } from 'vite'
import { keepKit } from './scripts/build/keep-kit.ts'
import { faviconFile } from './setup/favicon.ts'
import { notLive } from './setup/no-session-notice.ts'
import { sitePlugins } from './setup/site.ts'
import { thirdPartyNotices } from './setup/third-party-notices.ts'
import { withoutSource } from './setup/without-source.ts'
import { woff2Only } from './setup/woff2-only.ts'

/** Slidev reads this too. `npm run dev` names the live server; builds have none. The site is the build for readers. */
const { FORK_LIVE_URL: target, FORK_LIVE_KEY: key, VITE_AUDIENCE: audience = 'reader', FORK_SITE_ORIGIN: origin = '' } = process.env

export default defineConfig({
  // Every build can be printed at `/print`, one slide below the other. Slidev's own switch would also print during the
  // build.
  define: { __SLIDEV_FEATURE_PRINT__: 'true' },
  plugins: [faviconFile(), woff2Only(), withoutSource(), thirdPartyNotices(), keepKit(), ...audience === 'reader' ? sitePlugins(origin) : [], ...target ? [] : [notLive()]],
  server: target ? { proxy: { '/api': { target, headers: { Authorization: `Bearer ${key}` } } } } : {},
})
