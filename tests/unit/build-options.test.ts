import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildOptions } from '../../scripts/build-options.ts'
import { buildSite } from '../../scripts/decks.ts'
import { swapIn } from '../../scripts/export-folder.ts'
import { kitFolder, siteFolder } from '../../scripts/paths.ts'
import { PlainError } from '../../scripts/say.ts'

describe('npm run build', () => {
  it.each([
    [[], {}, { format: 90, origin: '', base: '/' }],
    [['--base', '/the-fork/'], {}, { origin: '', base: '/the-fork/' }],
    [['--base=/a/b-c/~d.e/'], { BASE: '/other/' }, { origin: '', base: '/a/b-c/~d.e/' }],
    [[], { BASE: '/the-fork/', FORMAT: '60' }, { format: 60, base: '/the-fork/' }],
    [[], { BASE: '' }, { base: '/' }],
    [['--base', 'https://someone.example.org/the-fork/'], {}, { origin: 'https://someone.example.org', base: '/the-fork/' }],
    [['--base', 'http://localhost:8080/', '45'], {}, { format: 45, origin: 'http://localhost:8080', base: '/' }],
  ])('%j with %j', (args, env, expected) => {
    expect(buildOptions(args, env)).toMatchObject(expected)
  })

  it.each([
    [['--base', 'the-fork'], /^--base cannot be "the-fork"\. It takes a path that begins and ends with a slash/],
    [['--base', '/the-fork'], /begins and ends with a slash/],
    [['--base', '/../'], /begins and ends with a slash/],
    [['--base', '//example.org/'], /begins and ends with a slash/],
    [['--base', '/a b/'], /begins and ends with a slash/],
    [['--base', 'https://example.org'], /begins and ends with a slash/],
    [['--base', 'ftp://example.org/'], /begins and ends with a slash/],
    [['--base', '/"><script>/'], /begins and ends with a slash/],
    [['--format', '30'], /^--format cannot be "30"\. It takes 45, 60 or 90 minutes\.$/],
    [['--out', 'x'], /^Unknown option '--out'\. The flags are: --base --format\.$/],
  ])('%j is refused with a sentence', (args, sentence) => {
    const ask = (): unknown => buildOptions(args, {})
    expect(ask).toThrow(PlainError)
    expect(ask).toThrow(sentence)
  })
})

describe('a folder that cannot be written', () => {
  it('is a sentence before anything is built, and nothing is left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'))
    writeFileSync(join(folder, 'file'), 'as it was')
    await expect(buildSite(join(folder, 'file', 'dist'), { format: 90, origin: '', base: '/' })).rejects.toThrow(/^The folder .*file cannot be written to \(.*\)\. Allow writing there and try again\.$/)
    expect(readdirSync(folder)).toEqual(['file'])
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('as it was')
    rmSync(folder, { recursive: true })
  })
})

describe('the folder of the site and the folder of the kit', () => {
  it('stand side by side: making one leaves the other, publishing one does not publish the other', async () => {
    const top = mkdtempSync(join(tmpdir(), 'folders-'))
    for (const folder of [kitFolder, siteFolder]) {
      await swapIn(join(top, folder), async fresh => writeFileSync(join(fresh, 'of'), folder))
      await swapIn(join(top, folder), async fresh => writeFileSync(join(fresh, 'of'), folder))
    }
    for (const folder of [kitFolder, siteFolder])
      expect(readdirSync(join(top, folder))).toEqual(['of'])
    expect(readFileSync(new URL('../../.github/workflows/pages.yml', import.meta.url), 'utf8')).toContain(`path: ${siteFolder}\n`)
    rmSync(top, { recursive: true })
  })
})

describe('what keeps a copy on the device', () => {
  afterEach(() => vi.unstubAllEnvs())

  it.each([['reader', true], ['room', false], ['presenter', false]])('a deck for the %s: %s', async (audience, expected) => {
    vi.stubEnv('VITE_AUDIENCE', audience)
    vi.resetModules()
    const { default: { plugins = [] } } = await import('../../vite.config.ts')
    const names = plugins.flat(9).map(plugin => plugin && 'name' in plugin ? plugin.name : '')
    expect(names.some(name => name.includes('pwa'))).toBe(expected)
  })
})
