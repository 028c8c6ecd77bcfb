import process from 'node:process'
import { defineConfig } from 'vite'

/** Slidev reads this too. `npm run dev` names the live server; builds have none. */
const { LIVE_URL: target, LIVE_KEY: key } = process.env

export default defineConfig({
  server: target ? { proxy: { '/api': { target, headers: { Authorization: `Bearer ${key}` } } } } : {},
})
