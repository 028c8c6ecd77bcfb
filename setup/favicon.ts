import type { Plugin } from 'vite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const FILE = 'favicon.svg'
const tokens = join(import.meta.dirname, '..', 'styles', 'tokens.css')

/** A colour as it is in the light, from `styles/tokens.css`: `paper`, `ink`, `people`, … */
export function colourOf(name: string, css = readFileSync(tokens, 'utf8')): string {
  const value = new RegExp(`--${name}:([^;]+);`).exec(css)?.[1]?.trim()
  if (value === undefined)
    throw new Error(`styles/tokens.css: --${name} is missing.`)
  return value
}

/** The kit's sign: one line that forks in two. */
export function favicon(): string {
  const [paper, ink, people, systems] = ['paper', 'ink', 'people', 'systems'].map(name => colourOf(name))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${paper}"/><g fill="none" stroke-width="4" stroke-linejoin="round"><path stroke="${systems}" d="M9 16h4l8 8h11"/><path stroke="${people}" d="M9 16h4l8-8h11"/><path stroke="${ink}" d="M0 16h9"/></g><circle cx="10" cy="16" r="4" fill="${paper}" stroke="${ink}" stroke-width="3"/></svg>`
}

/** Gives every build of the deck its sign, in the colours of the tokens. */
export function faviconFile(): Plugin {
  let base = '/'
  return {
    name: 'favicon',
    configResolved(config) {
      base = config.base
    },
    configureServer(server) {
      server.middlewares.use(`/${FILE}`, (_, response) => void response.setHeader('content-type', 'image/svg+xml').end(favicon()))
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE, source: favicon() })
    },
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'icon', href: `${base}${FILE}` }, injectTo: 'head' }],
  }
}
