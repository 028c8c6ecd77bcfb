import process from 'node:process'
import { defineConfig } from 'vite'

/** Slidev reads this too. `npm run dev` names the live server; builds have none. */
const { LIVE_URL: target, LIVE_KEY: key } = process.env

export default defineConfig({
  // Every build can be printed: all slides stand below each other at /print. Slidev's own switch for it would also print while building.
  define: { __SLIDEV_FEATURE_PRINT__: 'true' },
  server: target ? { proxy: { '/api': { target, headers: { Authorization: `Bearer ${key}` } } } } : {},
})
