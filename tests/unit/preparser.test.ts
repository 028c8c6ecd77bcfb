import { afterEach, describe, expect, it, vi } from 'vitest'
import { withoutRaw } from '../../setup/without-source.ts'

afterEach(() => vi.unstubAllEnvs())

const content = '# A title\n\n<!-- an earlier comment -->\n\nWords'

/** What Slidev keeps of a slide and its note. */
async function kept(mode: string, env: Record<string, string>, frontmatter = {}): Promise<{ content: string, note: string }> {
  vi.resetModules()
  for (const name of ['VITE_AUDIENCE', 'FORK_NOTES', 'FORK_FORMAT'])
    vi.stubEnv(name, env[name])
  const { default: setup } = await import('../../setup/preparser.ts')
  const [rules] = await setup({ filepath: 'slides.md', headmatter: {}, mode })
  return {
    content: await rules?.transformSlide?.(content, frontmatter) ?? content,
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

describe('the reader\'s text in place of a speaker', () => {
  it.each([
    ['stays on the site', 'build', 'reader', { reader: 'Alone you read this.', layout: 'default' }],
    ['stays while somebody writes', 'dev', 'room', { reader: 'Alone you read this.', layout: 'default' }],
    ['is no part of the room\'s deck', 'build', 'room', { layout: 'default' }],
    ['is no part of the presenter\'s deck', 'build', 'presenter', { layout: 'default' }],
  ])('%s', async (_, mode, VITE_AUDIENCE, left) => {
    const frontmatter = { reader: 'Alone you read this.', layout: 'default' }
    await kept(mode, { VITE_AUDIENCE }, frontmatter)
    expect(frontmatter).toEqual(left)
  })
})

it.each([
  ['{"title":"A","frontmatterRaw":"layout: poll\\nreader: \\"so\\"","note":""}', '{"title":"A","note":""}'],
  ['{"title":"A","note":""}', '{"title":"A","note":""}'],
])('a build holds a slide\'s frontmatter only once: %s', (written, left) => {
  expect(withoutRaw(`...(${written}),`)).toBe(`...(${left}),`)
})
