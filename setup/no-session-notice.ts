import type { Plugin } from 'vite'

/** Whoever starts Slidev itself hears that the polls do nothing there, and where they do. */
export function notLive(): Plugin {
  return {
    name: 'not-live',
    apply: 'serve',
    configureServer(server) {
      server.config.logger.warn('\nPolls are not live here: everybody answers alone. "npm run dev" shows them live on this machine, "npm start" runs the workshop.\n')
    },
  }
}
