import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build, preview } from 'vite'

/** Builds the page and serves it on a random port of 127.0.0.1. `host` is an address without https, as a phone has it. */
export async function servePage(): Promise<{ host: string, close: () => Promise<void> }> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const outDir = await mkdtemp(join(tmpdir(), 'audit-page-'))
  const shared = { root, configFile: false, logLevel: 'error' } as const
  await build({ ...shared, plugins: [vue()], build: { outDir, emptyOutDir: true } })
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0, allowedHosts: ['phone.test'] } })
  const port = new URL(server.resolvedUrls?.local[0] ?? '').port
  return {
    host: `http://phone.test:${port}`,
    async close() {
      await server.close()
      await rm(outDir, { recursive: true })
    },
  }
}
