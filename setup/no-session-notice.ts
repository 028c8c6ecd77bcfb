import type { Plugin } from 'vite'

/** For people who start Slidev itself: says that polls do nothing there, and which command runs them. */
export function notLive(): Plugin {
  return {
    name: 'not-live',
    apply: 'serve',
    configureServer(server) {
      server.config.logger.warn('\nPolls are not live here: everybody answers alone. "npm run dev" shows them live on this machine, "npm start" runs the workshop.\n')
    },
  }
}
