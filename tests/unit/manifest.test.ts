import type { WrittenSlide } from '../../live/domain/manifest.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { polls } from '../../exercises/polls.ts'
import { sections } from '../../exercises/sections.ts'
import { definePolls, DefinitionError } from '../../live/domain/define.ts'
import { checkSlides, manifestOf } from '../../live/domain/manifest.ts'
import { readManifest, readSlides } from '../../scripts/manifest.ts'
import { sectionOf } from '../../setup/slide-rules.ts'

const known = {
  polls: definePolls('polls.ts', [
    { id: 'lunch', kind: 'single', question: 'Soup or salad?', purpose: 'Lunch.', options: [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad' }] },
  ]),
  pollsFile: 'polls.ts',
  sections: ['first', 'last'],
  activities: ['draw'],
  formats: [45, 90] as const,
}

function slide(fields: Partial<WrittenSlide> & { alias: string }): WrittenSlide {
  return { title: '', section: 'first', poll: null, activity: null, formats: null, clicks: 0, file: 'pages/a.md', line: 1, ...fields }
}

const good = [slide({ alias: 'hello' }), slide({ alias: 'eat', poll: 'lunch', clicks: 1 }), slide({ alias: 'bye', section: 'last' })]

describe('a deck is checked before anything starts', () => {
  it('takes a deck without mistakes', () => {
    expect(() => checkSlides(good, known)).not.toThrow()
  })

  it.each<[string, WrittenSlide[], string]>([
    ['an unknown poll', [...good, slide({ alias: 'odd', poll: 'dinner' })], 'pages/a.md:1: slide "odd" names poll "dinner", which is not in polls.ts'],
    ['a poll on no slide', [slide({ alias: 'hello' }), slide({ alias: 'bye', section: 'last' })], 'polls.ts: poll "lunch" is on no slide'],
    ['a poll on two slides', [...good, slide({ alias: 'again', poll: 'lunch' })], 'poll "lunch" is already on slide "eat"'],
    ['an unknown activity', [...good, slide({ alias: 'odd', activity: 'sing' })], 'slide "odd" names activity "sing"'],
    ['an unknown section', [...good, slide({ alias: 'odd', section: '' })], 'slide "odd" is in no section'],
    ['an unknown length', [...good, slide({ alias: 'odd', formats: [60] })], 'slide "odd": formats must be a list of one or more of 45, 90, not "60"'],
    ['no length', [...good, slide({ alias: 'odd', formats: [] })], 'slide "odd": formats must be a list'],
    ['no name', [...good, slide({ alias: '', file: 'pages/b.md', line: 7 })], 'pages/b.md:7: the slide has no routeAlias'],
    ['an ill-formed name', [...good, slide({ alias: 'My Slide' })], 'routeAlias "My Slide" must be lower-case words'],
    ['a name taken twice', [...good, slide({ alias: 'hello', line: 9 })], 'pages/a.md:9: routeAlias "hello" is taken by pages/a.md:1'],
    ['a section without slides in one length', [slide({ alias: 'eat', poll: 'lunch' }), slide({ alias: 'bye', section: 'last', formats: [90] })], 'section "last" has no slides in the 45 minutes'],
  ])('refuses %s', (_, slides, sentence) => {
    expect(() => checkSlides(slides, known)).toThrow(DefinitionError)
    expect(() => checkSlides(slides, known)).toThrow(sentence)
  })

  it('lets two lengths ask the same poll on slides of their own', () => {
    const slides = [slide({ alias: 'long', poll: 'lunch', formats: [90] }), slide({ alias: 'short', poll: 'lunch', formats: [45] }), slide({ alias: 'bye', section: 'last' })]
    expect(() => checkSlides(slides, known)).not.toThrow()
  })

  it('numbers the slides of one length from 1', () => {
    const slides = [slide({ alias: 'long', formats: [90] }), ...good]
    expect(manifestOf(slides, 45).slides.map(({ no, alias }) => [no, alias])).toEqual([[1, 'hello'], [2, 'eat'], [3, 'bye']])
    expect(manifestOf(slides, 90).slides.map(one => one.no)).toEqual([1, 2, 3, 4])
  })
})

describe('pages', () => {
  let folder = ''
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function write(pages: Record<string, string>, running = Object.keys(pages)): string {
    folder = mkdtempSync(join(tmpdir(), 'deck-'))
    mkdirSync(join(folder, 'pages'))
    for (const [name, text] of Object.entries(pages))
      writeFileSync(join(folder, 'pages', name), text)
    const head = '---\ntheme: default\ntitle: A deck\n---\n'
    writeFileSync(join(folder, 'slides.md'), head + running.map(name => `\n---\nsrc: ./pages/${name}\n---\n`).join(''))
    return folder
  }

  function everySection(): Record<string, string> {
    const pages = Object.fromEntries(sections.map(({ id }, i) => [`0${i}-the-${id}.md`, `---\nrouteAlias: about-${id}\n---\n\n# About ${id}\n\n<!-- **Say** something -->\n`]))
    const questions = polls.map(({ id }) => `\n---\nlayout: poll\nrouteAlias: ask-${id}\npoll: ${id}\n---\n\n<!-- **Say** something -->\n`)
    return { ...pages, '00-the-welcome.md': pages['00-the-welcome.md'] + questions.join('') }
  }

  it('become a manifest, with section, poll, title and clicks', async () => {
    const { slides } = await readManifest(60, write(everySection()))
    expect(slides).toHaveLength(sections.length + polls.length)
    expect(slides[0]).toEqual({ no: 1, title: 'About welcome', alias: 'about-welcome', section: 'welcome', poll: null, activity: null, clicks: 0 })
    expect(slides.find(one => one.poll === 'break-hybrid')).toMatchObject({ title: polls.find(poll => poll.id === 'break-hybrid')?.question, clicks: 2, section: 'welcome' })
    expect(slides.find(one => one.poll === 'exit-keep')?.clicks).toBe(0)
  })

  it('leave out what a length does not show', async () => {
    const pages = everySection()
    pages['01-the-fork.md'] += '\n---\nrouteAlias: only-long\nformats: [60, 90]\nactivity: energy-audit\n---\n\n# Longer\n'
    write(pages)
    const [short, long] = [await readManifest(45, folder), await readManifest(60, folder)]
    expect(short.slides.some(one => one.alias === 'only-long')).toBe(false)
    expect(long.slides.find(one => one.alias === 'only-long')).toMatchObject({ activity: 'energy-audit', section: 'fork' })
  })

  it.each<[string, (pages: Record<string, string>) => string[] | undefined, string]>([
    ['a page that is not there', pages => [...Object.keys(pages), '09-more.md'], 'slides.md'],
    ['a page that is not imported', pages => Object.keys(pages).slice(1), 'is on no slide'],
    ['a poll nobody knows', (pages) => {
      pages['02-the-roles.md'] += '\n---\nlayout: poll\nrouteAlias: odd\npoll: nobody\n---\n'
      return undefined
    }, 'pages/02-the-roles.md:9: slide "odd" names poll "nobody"'],
    ['frontmatter that is not YAML', (pages) => {
      pages['02-the-roles.md'] += '\n---\nrouteAlias: [odd\n---\n\n# Odd\n'
      return undefined
    }, 'pages/02-the-roles.md:9: Flow sequence'],
  ])('name their file when there is %s', async (_, spoil, sentence) => {
    const pages = everySection()
    const running = spoil(pages)
    await expect(readSlides(write(pages, running ?? Object.keys(pages)))).rejects.toThrow(sentence)
  })

  it.each([
    ['pages/00-welcome.md', 'welcome'],
    ['./pages/02-two-roles.md', 'roles'],
    ['./pages/04-try-it.md#2-3', 'try'],
    ['pages/07-forkful.md', undefined],
  ])('%s belong to section %s', (file, section) => {
    expect(sectionOf(file)).toBe(section)
  })
})
