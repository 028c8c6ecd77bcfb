import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const builtDecks = './tests/built-decks.ts'

/** Unit and component tests need nothing built; the others get the decks and the phone page of 90 minutes, or the site. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        plugins: [vue()],
        resolve: { alias: { '@slidev/client': fileURLToPath(new URL('tests/component/slidev-client.ts', import.meta.url)) } },
        test: { name: 'component', include: ['tests/component/**/*.test.ts'] },
      },
      { test: { name: 'server', include: ['tests/server/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: builtDecks, fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: './tests/site/built-site.ts', fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 } },
      { test: { name: 'export', include: ['tests/export/**/*.test.ts'], globalSetup: builtDecks, fileParallelism: false, testTimeout: 60_000, hookTimeout: 120_000 } },
      { test: { name: 'adapting', include: ['tests/adapting/**/*.test.ts'], fileParallelism: false, testTimeout: 300_000, hookTimeout: 60_000 } },
      { test: { name: 'deck', include: ['tests/deck/**/*.test.ts'], globalSetup: builtDecks, fileParallelism: false, testTimeout: 300_000, hookTimeout: 120_000 } },
    ],
  },
})
