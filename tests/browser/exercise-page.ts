import type { Buffer } from 'node:buffer'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const entry = 'virtual:page'

/** HTML around the exercise, as on the phone page. */
const frame = `
  import '/styles/tokens.css'
  import '/styles/forms.css'
  import '/phone/phone.css'
  import { createApp, h } from 'vue'
`

/** A server with one page that shows one component, and nothing else to fetch. */
export interface ExercisePage {
  port: number
  close: () => Promise<void>
}

/**
 * Builds a page for each component and serves them, each at its name.
 * @param components Vue files by name, as paths from the project's root
 */
export async function serveExercises(components: Record<string, string>): Promise<ExercisePage> {
  const pages = new Map<string, string>()
  for (const [name, file] of Object.entries(components))
    pages.set(`/${name}`, await pageOf(file))
  const server = createServer((request, response) => {
    const page = pages.get(new URL(request.url ?? '/', 'http://page').pathname)
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(page)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

async function pageOf(file: string): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [vue(), {
      name: 'page',
      resolveId: id => id === entry ? `\0${entry}` : undefined,
      load: id => id === `\0${entry}` ? `${frame}import Shown from '/${file}'\ncreateApp({ render: () => h(Shown, { session: 'test' }) }).mount('main')` : undefined,
    }],
    build: { write: false, minify: false, cssCodeSplit: false, target: 'es2022', rollupOptions: { input: entry, output: { format: 'iife' } } },
  })
  const outputs = [result].flat().flatMap(one => 'output' in one ? one.output : [])
  const code = outputs.flatMap(one => one.type === 'chunk' ? [one.code] : []).join('\n')
  const styles = outputs.flatMap(one => one.type === 'asset' && one.fileName.endsWith('.css') ? [text(one.source)] : []).join('\n')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>An exercise</title><link rel="icon" href="data:,"><style>${styles}</style></head>
<body><div id="phone"><header><h1>An exercise</h1></header><main></main></div><script type="module">${code.replaceAll('</script', '<\\/script')}</script></body></html>`
}

function text(source: string | Uint8Array | Buffer): string {
  return typeof source === 'string' ? source : new TextDecoder().decode(source)
}
