import type { Kit } from '../handouts/kit.ts'
import type { Handout } from '../handouts/render.ts'
import vue from '@vitejs/plugin-vue'
import { runnerImport } from 'vite'
import { root } from './paths.ts'

/** Renders the handouts in this process: Vite compiles their components, nothing is served. */
export async function handoutsOf(kit: Kit): Promise<Handout[]> {
  const { module } = await runnerImport<typeof import('../handouts/render.ts')>('/handouts/render.ts', { root, configFile: false, logLevel: 'error', plugins: [vue()] })
  return module.renderHandouts(kit)
}
