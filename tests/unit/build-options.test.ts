import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { buildOptions } from '../../scripts/build/build-options.ts'
import { buildSite } from '../../scripts/build/decks.ts'
import { kitFolder, siteFolder } from '../../scripts/lib/paths.ts'
import { swapIn } from '../../scripts/lib/swap-in.ts'

describe('npm run build', () => {
  it.each([
    [[], {}, { format: 90, origin: '', base: '/' }],
    [['--base', '/the-fork/'], {}, { origin: '', base: '/the-fork/' }],
    [['--base=/a/b-c/~d.e/'], { FORK_BASE: '/other/' }, { origin: '', base: '/a/b-c/~d.e/' }],
    [[], { FORK_BASE: '/the-fork/', FORK_FORMAT: '60' }, { format: 60, base: '/the-fork/' }],
    [[], { FORK_BASE: '', BASE: '/not-ours/' }, { base: '/' }],
    [['--base', 'https://someone.example.org/the-fork/'], {}, { origin: 'https://someone.example.org', base: '/the-fork/' }],
    [['--base', 'http://localhost:8080/', '45'], {}, { format: 45, origin: 'http://localhost:8080', base: '/' }],
  ])('reads its options from %j and %j', (args, env, expected) => {
    expect(buildOptions(args, env)).toMatchObject(expected)
  })
})

describe('a folder that cannot be written', () => {
  it('stops the build with a sentence before anything is built, and leaves nothing behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'))
    writeFileSync(join(folder, 'file'), 'as it was')
    await expect(buildSite(join(folder, 'file', 'dist'), { format: 90, origin: '', base: '/' })).rejects.toThrow(/^The folder .*file cannot be written to \(.*\)\. Allow writing there and try again\.$/)
    expect(readdirSync(folder)).toEqual(['file'])
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('as it was')
    rmSync(folder, { recursive: true })
  })
})

describe('the folder of the site and the folder of the kit', () => {
  const files = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const write = (name: string) => async (fresh: string) => writeFileSync(join(fresh, name), '')

  it('are made without deleting each other, and the site\'s is the published one', async () => {
    const top = mkdtempSync(join(tmpdir(), 'folders-'))
    const [site, kit] = [join(top, siteFolder), join(top, kitFolder)]
    await swapIn(kit, write('deck.pdf'))
    await swapIn(site, write('index.html'), ['kit'])
    await swapIn(site, write('other.html'), ['kit'])
    expect(files(site)).toEqual(['kit', join('kit', 'deck.pdf'), 'other.html'])
    await swapIn(kit, write('guide.pdf'))
    expect(files(site)).toEqual(['kit', join('kit', 'guide.pdf'), 'other.html'])
    await expect(swapIn(site, async () => {
      throw new Error('no')
    }, ['kit'])).rejects.toThrow('no')
    expect(files(site)).toEqual(['kit', join('kit', 'guide.pdf'), 'other.html'])
    expect(readFileSync(new URL('../../.github/workflows/pages.yml', import.meta.url), 'utf8')).toContain(`path: ${siteFolder}\n`)
    rmSync(top, { recursive: true })
  })
})

describe('the offline copy on the device', () => {
  afterEach(() => vi.unstubAllEnvs())

  it.each([['reader', true], ['room', false], ['presenter', false]])('is part of a deck for the %s: %s', async (audience, expected) => {
    vi.stubEnv('VITE_AUDIENCE', audience)
    vi.resetModules()
    const { default: { plugins = [] } } = await import('../../vite.config.ts')
    const names = plugins.flat(9).map(plugin => plugin && 'name' in plugin ? plugin.name : '')
    expect(names.some(name => name.includes('pwa'))).toBe(expected)
  })
})
