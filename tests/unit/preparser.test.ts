import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => vi.unstubAllEnvs())

const content = '# A title\n\n<!-- an earlier comment -->\n\nWords'

/** What Slidev keeps of a slide and its note. */
async function kept(mode: string, env: Record<string, string>): Promise<{ content: string, note: string }> {
  vi.resetModules()
  for (const name of ['VITE_AUDIENCE', 'FORK_NOTES', 'FORK_FORMAT'])
    vi.stubEnv(name, env[name])
  const { default: setup } = await import('../../setup/preparser.ts')
  const [rules] = await setup({ filepath: 'slides.md', headmatter: {}, mode })
  return {
    content: await rules?.transformSlide?.(content, {}) ?? content,
    note: await rules?.transformNote?.('**Say** Hello', {}) ?? '**Say** Hello',
  }
}

describe('notes and comments', () => {
  it.each([
    ['a build that says nothing, as npx slidev build', 'build', {}],
    ['the site', 'build', { VITE_AUDIENCE: 'reader' }],
    ['the deck for the room', 'build', { VITE_AUDIENCE: 'room' }],
  ])('are left out of %s', async (_, mode, env) => {
    expect(await kept(mode, env)).toEqual({ content: '# A title\n\n\n\nWords', note: '' })
  })

  it.each([
    ['the presenter\'s deck', 'build', { VITE_AUDIENCE: 'presenter' }],
    ['a build that asks for them', 'build', { FORK_NOTES: '1' }],
    ['what is shown while somebody writes', 'dev', {}],
    ['Slidev\'s own export, which prints notes under the slides', 'export', {}],
  ])('stay in %s', async (_, mode, env) => {
    expect(await kept(mode, env)).toEqual({ content, note: '**Say** Hello' })
  })
})
