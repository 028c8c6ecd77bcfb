import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

/** Two test files at a time even on two cores: tests with a browser or a server wait half of their time. Three at a time are slower. */
const maxWorkers = Math.max(2, availableParallelism() - 1)
/** Tests that need no build run first, in processes that serve one file after another; then the long ones. */
const quick = { maxWorkers, isolate: false, sequence: { groupOrder: 0 }, testTimeout: 30_000 }
/** A CI machine may leave a browser without a processor for seconds. `npm test` names in its last lines what needed the second try. */
const retry = process.env.CI ? 1 : 0
const slow = { maxWorkers, retry, sequence: { groupOrder: 1 }, testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } }

const room = './tests/built-decks.ts'
const everyLength = './tests/built-lengths.ts'

/** Decks, phone page and site are built before the tests that share them. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...quick, name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        plugins: [vue()],
        resolve: { alias: { '@slidev/client': fileURLToPath(new URL('tests/component/slidev-client.ts', import.meta.url)) } },
        test: { ...quick, name: 'component', include: ['tests/component/**/*.test.ts'] },
      },
      { test: { ...slow, name: 'server', include: ['tests/server/**/*.test.ts'] } },
      { test: { ...slow, name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: room } },
      { test: { ...slow, name: 'site', include: ['tests/site/**/*.test.ts'], globalSetup: './tests/site/built-site.ts' } },
      { test: { ...slow, name: 'export', include: ['tests/export/**/*.test.ts'], globalSetup: everyLength } },
      { test: { ...slow, name: 'adapting', include: ['tests/adapting/**/*.test.ts'], testTimeout: 300_000 } },
      { test: { ...slow, name: 'deck', include: ['tests/deck/**/*.test.ts'], globalSetup: everyLength, testTimeout: 300_000 } },
    ],
  },
})
