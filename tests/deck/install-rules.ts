import type { BrowserContext } from 'playwright-core'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

let script: Promise<string> | undefined

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: fileURLToPath(new URL('page/install.ts', import.meta.url)), formats: ['iife'], name: 'measuring' } },
  })
  const [output] = [made].flat()
  if (!output || !('output' in output))
    throw new TypeError('the rules were not bundled')
  return output.output[0].code
}

/** Gives every page of the context `window.measureSlide`. */
export async function installRules(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: await (script ??= bundle()) })
}
