import type { WrittenSlide } from '../../live/domain/manifest.ts'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { formats } from '../../exercises/agenda.ts'
import { claims } from '../../exercises/claims.ts'
import { polls } from '../../exercises/polls.ts'
import { idsWithForm } from '../../exercises/registry.ts'
import { allSections, formatsWith, sections, sectionsOf, workshopFormats } from '../../exercises/sections.ts'
import { definePolls, DefinitionError } from '../../live/domain/define-polls.ts'
import { checkSlides, manifestOf } from '../../live/domain/manifest.ts'
import { clicksOf } from '../../live/domain/poll-rules.ts'
import { readManifest, readSlides } from '../../scripts/build/read-slides.ts'
import { layouts, neededBy } from '../../scripts/check/slide-fields.ts'
import { sectionOf } from '../../setup/slide-rules.ts'

const known = {
  polls: definePolls('polls.ts', [
    { id: 'lunch', kind: 'single', question: 'Soup or salad?', purpose: 'Lunch.', options: [{ id: 'soup', label: 'Soup' }, { id: 'salad', label: 'Salad' }] },
  ]),
  pollsFile: 'polls.ts',
  sections: [{ id: 'first', formats: [45, 90] }, { id: 'last', formats: [45, 90] }, { id: 'later', formats: [30] }],
  formats: [30, 45, 90] as const,
}

function slide(fields: Partial<WrittenSlide> & { alias: string }): WrittenSlide {
  return { title: '', section: 'first', poll: null, exercise: null, formats: [45, 90], clicks: 0, file: 'pages/a.md', line: 1, ...fields }
}

const good = [slide({ alias: 'hello' }), slide({ alias: 'eat', poll: 'lunch', clicks: 1 }), slide({ alias: 'bye', section: 'last' }), slide({ alias: 'back', section: 'later', formats: [30] })]

describe('the check of a deck', () => {
  it('takes a deck without mistakes', () => {
    expect(() => checkSlides(good, known)).not.toThrow()
  })

  it.each<[string, WrittenSlide[], string]>([
    ['an unknown poll', [...good, slide({ alias: 'odd', poll: 'dinner' })], 'pages/a.md:1: slide "odd" names poll "dinner", which is not in polls.ts'],
    ['a poll on no slide', [slide({ alias: 'hello' }), slide({ alias: 'bye', section: 'last' })], 'polls.ts: poll "lunch" is on no slide'],
    ['a poll on two slides', [...good, slide({ alias: 'again', poll: 'lunch' })], 'poll "lunch" is already on slide "eat"'],
    ['an unknown section', [...good, slide({ alias: 'odd', section: '' })], 'slide "odd" is in no section'],
    ['an unknown length', [...good, slide({ alias: 'odd', formats: [60] })], 'slide "odd": formats must be a list of one or more of 45, 90, not "60"'],
    ['a length that does not have its section', [...good, slide({ alias: 'odd', section: 'later', formats: [30, 90] })], 'slide "odd": formats must be a list of one or more of 30, not "90"'],
    ['no length', [...good, slide({ alias: 'odd', formats: [] })], 'slide "odd": formats must be a list'],
    ['no name', [...good, slide({ alias: '', file: 'pages/b.md', line: 7 })], 'pages/b.md:7: the slide has no routeAlias'],
    ['an ill-formed name', [...good, slide({ alias: 'My Slide' })], 'routeAlias "My Slide" must be lower-case words'],
    ['a name taken twice', [...good, slide({ alias: 'hello', line: 9 })], 'pages/a.md:9: routeAlias "hello" is taken by pages/a.md:1'],
    ['a section without slides in one length', [...good.filter(({ alias }) => alias !== 'bye'), slide({ alias: 'bye', section: 'last', formats: [90] })], 'section "last" has no slides in the 45 minutes'],
  ])('refuses %s', (_, slides, sentence) => {
    expect(() => checkSlides(slides, known)).toThrow(DefinitionError)
    expect(() => checkSlides(slides, known)).toThrow(sentence)
  })

  it('lets two lengths ask the same poll on slides of their own', () => {
    const slides = [slide({ alias: 'long', poll: 'lunch', formats: [90] }), slide({ alias: 'short', poll: 'lunch', formats: [45] }), ...good.filter(({ poll }) => poll === null)]
    expect(() => checkSlides(slides, known)).not.toThrow()
  })

  it('numbers the slides of one length from 1', () => {
    const slides = [slide({ alias: 'long', formats: [90] }), ...good]
    expect(manifestOf(slides, 45).slides.map(({ no, alias }) => [no, alias])).toEqual([[1, 'hello'], [2, 'eat'], [3, 'bye']])
    expect(manifestOf(slides, 90).slides.map(one => one.no)).toEqual([1, 2, 3, 4])
    expect(manifestOf(slides, 30).slides.map(({ no, alias }) => [no, alias])).toEqual([[1, 'back']])
  })
})

describe('pages', () => {
  let folder = ''
  const none = { planned: 0, from: 0, to: 0 }
  /** Minutes of zero for every poll: this test is not about the agenda. */
  const untimed = [{ id: 'polls', title: 'Polls', how: {}, parts: polls.map(({ id }) => ({ slide: `ask-${id}`, minutes: Object.fromEntries(workshopFormats.map(format => [format, none])) })) }]

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

  const pageOf = (i: number): string => `0${i}-the-${allSections[i]?.id}.md`

  function everySection(): Record<string, string> {
    const pages = Object.fromEntries(allSections.map(({ id }, i) => [pageOf(i), `---\nrouteAlias: about-${id}\n---\n\n# About ${id}\n\n<!-- **Say** something -->\n`]))
    const questions = polls.map(({ id }) => `\n---\nlayout: poll\nrouteAlias: ask-${id}\npoll: ${id}\n---\n\n<!-- **Say** something -->\n`)
    return { ...pages, [pageOf(0)]: pages[pageOf(0)] + questions.join('') }
  }

  it.each(formats)('become a manifest of %i minutes, with section, poll, title and clicks', async (format) => {
    const { slides } = await readManifest(format, write(everySection()), untimed)
    const [first] = sectionsOf(format).map(({ id }) => id)
    expect(slides[0]).toEqual({ no: 1, title: `About ${first}`, alias: `about-${first}`, section: first, poll: null, exercise: null, clicks: 0 })
    expect(slides.filter(one => one.poll === null).map(one => one.section)).toEqual(sectionsOf(format).map(section => section.id))
    expect(slides.filter(one => one.poll !== null)).toMatchObject(polls.filter(() => formatsWith(sections[0].id).includes(format)).map(poll => ({ poll: poll.id, title: poll.question, clicks: clicksOf(poll), section: first })))
  })

  it('leave out what a length does not show', async () => {
    const pages = everySection()
    const [shortest, ...longer] = workshopFormats
    pages[pageOf(1)] += `\n---\nrouteAlias: only-long\nformats: [${longer.join()}]\nexercise: ${idsWithForm[0]}\n---\n\n# Longer\n`
    write(pages)
    const [short, long] = [await readManifest(shortest, folder, untimed), await readManifest(longer[0], folder, untimed)]
    expect(short.slides.some(one => one.alias === 'only-long')).toBe(false)
    expect(long.slides.find(one => one.alias === 'only-long')).toMatchObject({ exercise: idsWithForm[0], section: sections[1].id })
  })

  /** A good slide at the end of a page: its line of `---` is 9. */
  const slideOf = (fields: string, words = '# More', note = '<!-- **Say** more -->'): string => `\n---\n${fields}\n---\n\n${words}\n\n${note}\n`
  const page = pageOf(2)
  const [scale] = polls.filter(poll => poll.kind === 'scale')
  const stop = sections.find(section => section.stop !== null && section.id !== sections[2]?.id)

  async function expectRefused(added: string, sentence: string): Promise<void> {
    const pages = everySection()
    pages[page] += added
    const reading = readSlides(write(pages))
    await expect(reading).rejects.toThrow(DefinitionError)
    await expect(reading).rejects.toThrow(`pages/${page}:${sentence}`)
  }

  it.each<[mistake: string, added: string, line: number, sentence: string]>([
    ['a poll nobody knows', slideOf('layout: poll\nrouteAlias: odd\npoll: nobody', ''), 9, 'slide "odd" names poll "nobody", which is not in exercises/polls.ts. There are: '],
    ['frontmatter that is not YAML', slideOf('routeAlias: [odd'), 9, 'Flow sequence'],
    ['a field twice', slideOf('routeAlias: odd\nrouteAlias: even'), 9, 'Map keys must be unique'],
    ['a layout that is none', slideOf('routeAlias: odd\nlayout: statment'), 11, 'slide "odd": "layout" is "statment", and there is no such shape in layouts/. Did you mean "statement"? There are: '],
    ['a field that is none', slideOf('routeAlias: odd\nclamis: [F1]'), 11, 'slide "odd": "clamis" is no field of a slide. Did you mean "claims"? There are: '],
    ['nothing to read aloud', slideOf('routeAlias: odd\nreadAloud: true', '# Odd\n\nNo list.'), 11, 'slide "odd": "readAloud" is for a slide with a list: the pocket sheet prints the list\'s lines, to be read aloud. Write a list, or take the field out.'],
    ['a misspelt readAloud', slideOf('routeAlias: odd\nreadAlout: true', '# Odd\n\n- One'), 11, 'slide "odd": "readAlout" is no field of a slide. Did you mean "readAloud"?'],
    ['a readAloud that is no yes', slideOf('routeAlias: odd\nreadAloud: loud', '# Odd\n\n- One'), 11, 'slide "odd": "readAloud" is true, or is not there.'],
    ['a field without a value', slideOf('routeAlias: odd\nreader:'), 11, 'slide "odd": "reader" has no value.'],
    ['a claim that is none', slideOf('routeAlias: odd\nclaims: [F99]'), 11, 'slide "odd": "claims" is "F99", and there is no such claim in exercises/claims.ts.'],
    ['a claim that is none, beside one that is', slideOf(`layout: evidence\nrouteAlias: odd\nclaim: f1`), 12, 'slide "odd": "claim" is "f1", and there is no such claim in exercises/claims.ts. Did you mean "F1"?'],
    ['claims that are no list', slideOf(`routeAlias: odd\nclaims: ${claims[0]?.id}`), 11, 'slide "odd": "claims" must be a list of ids, such as [F1, F5].'],
    ['a claim named twice', slideOf(`routeAlias: odd\nclaims: [${claims[0]?.id}, ${claims[0]?.id}]`), 11, `slide "odd": "claims" names "${claims[0]?.id}" twice.`],
    ['a section in the file of another', slideOf(`routeAlias: odd\nsection: ${sections[0].id}`), 11, `slide "odd": "section" is "${sections[0].id}", and the name of this file puts its slides into "${sections[2]?.id}".`],
    ['a section that is none', slideOf('routeAlias: odd\nsection: nowhere'), 11, 'slide "odd": "section" is "nowhere", and there is no such section in exercises/sections.ts.'],
    ['an exercise that is none', slideOf('layout: exercise\nrouteAlias: odd\nexercise: energy-adit'), 12, 'slide "odd": "exercise" is "energy-adit", and there is no such exercise in exercises/registry.ts. Did you mean "energy-audit"?'],
    ['a stop that is none', slideOf('layout: stop\nrouteAlias: odd\nstop: 12'), 12, 'slide "odd": "stop" is "12". It is the number of a stop in exercises/sections.ts: '],
    ['the stop of another section', slideOf(`layout: stop\nrouteAlias: odd\nstop: ${stop?.stop}`), 12, `slide "odd": "stop" is ${stop?.stop}, and section "${sections[2]?.id}", to which this file belongs, is `],
    ['a length that is none', slideOf('routeAlias: odd\nformats: [ninety]'), 11, 'slide "odd": "formats" must be a list of one or more of '],
    ['an unclosed comment', slideOf('routeAlias: odd', '# Odd', '<!-- **Say** more') + slideOf('routeAlias: swallowed'), 15, 'this comment is never closed, and would swallow the slides below it. Write --> at its end.'],
    ['an unclosed comment at the end', slideOf('routeAlias: odd', '# Odd', '<!--\n**Say** more'), 15, 'this comment is never closed'],
    ['a comment that nothing opens', slideOf('routeAlias: odd', '# Odd', '**Say** more\n-->'), 16, '--> closes a comment that nothing opens.'],
    ['an unclosed block of code', slideOf('routeAlias: odd', '```js\nlet it = be'), 13, 'this block of code is never closed.'],
    ['a missing --- below the fields', `\n---\nrouteAlias: odd\n\n# Odd\n\n<!-- **Say** more -->\n${slideOf('routeAlias: even')}`, 12, '“# Odd” stands among the fields of the slide that begins on line 9. Write --- on a line of its own below the last field'],
    ['a missing --- at the end of a file', '\n---\nrouteAlias: odd\n', 9, 'the fields of this slide have no end. Write --- on a line of its own below the last of them.'],
    ['a missing --- above the fields', '\nrouteAlias: odd\n---\n\n# Odd\n', 9, '“routeAlias: odd” stands among the words of a slide.'],
    ['an empty line below ---', '\n---\n\nrouteAlias: odd\n---\n\n# Odd\n', 11, '“routeAlias: odd” stands among the words of a slide.'],
    ['a field without a colon', slideOf('routeAlias: odd\nlayout default'), 11, '“layout default” stands among the fields of the slide that begins on line 9.'],
    ['a place that the layout does not have', slideOf('layout: exercise\nrouteAlias: odd\nexercise: energy-audit', '# Odd\n\n::drawign::\n\nText'), 17, 'slide "odd": layouts/exercise.vue has no place called "drawign".'],
    ['a picture behind that is not there', slideOf('routeAlias: odd\nbackground: /team.png'), 11, 'slide "odd": "background" is a picture, and there is no file public/team.png.'],
    ['clicks that are no number', slideOf('routeAlias: odd\nclicks: many'), 11, 'slide "odd": "clicks" is "many". It takes a whole number from 0 on.'],
    ['a line under a result of no poll', slideOf('routeAlias: odd\nafterwards: So many.'), 11, 'slide "odd": "afterwards" stands under the result of a poll, and this slide asks none.'],
    ['a part of a note that is none', slideOf('routeAlias: odd', '# Odd', '<!--\n**Sya** more\n-->'), 16, 'slide "odd": **Sya** is no part of a note. Did you mean **Say**?'],
    ['a part of a note twice', slideOf('routeAlias: odd', '# Odd', '<!-- **Say** more\n\n**Say** again -->'), 15, 'slide "odd": **Say** stands in the note twice.'],
    ['words below the note', slideOf('routeAlias: odd', '# Odd', '<!-- **Say** more -->\n\nWords'), 15, 'slide "odd": words stand below the note, so it is none.'],
    ['a link to a slide that is none', slideOf('routeAlias: odd', '# Odd\n\n[There](/abuot-fork)'), 9, 'slide "odd" links to "abuot-fork", and no slide has that routeAlias. Did you mean "about-fork"?'],
    ['a number for a name', slideOf('routeAlias: 12'), 9, 'routeAlias "12" must be lower-case words'],
    ['a poll on two slides', slideOf(`layout: poll\nrouteAlias: odd\npoll: ${scale?.id}`, ''), 9, `poll "${scale?.id}" is already on slide "ask-${scale?.id}"`],
    ...layouts.flatMap((layout): [string, string, number, string][] => {
      const needed = neededBy(layout)
      return needed === undefined ? [] : [[`a slide of the layout ${layout} without ${needed}`, slideOf(`routeAlias: odd\nlayout: ${layout}`), 11, `slide "odd": "layout" is "${layout}", which needs the field "${needed}".`]]
    }),
  ])('with %s are refused with file and line', (_, added, line, sentence) => expectRefused(added, `${line}: ${sentence}`))

  it.each<[mistake: string, words: string, sentence: string]>([
    ['a component that is not closed', '<LineMap >', '<LineMap> is not closed. Write <LineMap />, or </LineMap> where it ends.'],
    ['an end without a beginning', '<b>so</b></div>', '</div> closes nothing. Write <div> where it begins, or take it out.'],
    ['ends in the wrong order', '<div v-click="1"><b>so<br></div></b>', '</div> comes before the end of what was opened after <div>. Close that first.'],
    ['a component that is none', '<LineMpa />', 'there is no component <LineMpa>. Did you mean <LineMap>?'],
    ['a component in small letters', '<linemap />', 'there is no component <linemap>. Did you mean <LineMap>?'],
    ['a component of nobody', '<my-own-thing a="1 > 0">text</my-own-thing>', 'there is no component <my-own-thing>. Its file would be MyOwnThing.vue in a folder of components/.'],
    ['a drawing that names a claim that is none', '<EvidenceStrip claims="F1, F99" />', 'claims is "F99", which is not in exercises/claims.ts.'],
    ['a directive that is none', '<p v-clik>Later</p>', 'there is no "v-clik". Did you mean "v-click"?'],
    ['a drawing in small letters that names a claim that is none', '<evidence-strip claims=F99 />', 'claims is "F99", which is not in exercises/claims.ts.'],
    ['quotes of a text editor', '<EvidenceStrip claims=“F1” />', 'claims is "“F1”", which is not in exercises/claims.ts. Did you mean "F1"?'],
    ['a picture that is not there', '![Us](/team.png)', 'for this picture there is no file public/team.png. Put the picture there, or mend its name.'],
    ['a name that stands for nothing', '{{ minuts }}', '{{ minuts }} stands for nothing, and nothing would be shown.'],
  ])('with %s among the words of a slide are refused', (_, words, sentence) => expectRefused(slideOf('routeAlias: odd', `# Odd\n\n${words}`), `15: slide "odd": ${sentence}`))

  it.each<[string, (pages: string[]) => string[], string]>([
    ['a page that is not there', pages => [...pages, '09-more.md'], `slides.md:${allSections.length * 4 + 7}: there is no file pages/09-more.md to import. There are: pages/`],
    ['a page whose name has a slip', pages => pages.map((name, i) => i === 1 ? name.replace('the', 'teh') : name), `Did you mean "pages/${pageOf(1)}"?`],
    ['a page twice', pages => [...pages, pages[0] ?? ''], `pages/${pageOf(0)} is imported on line 7 already.`],
    ['a page that is not imported', pages => pages.slice(1), 'is on no slide'],
  ])('that import %s are refused', async (_, change, sentence) => {
    const pages = everySection()
    await expect(readSlides(write(pages, change(Object.keys(pages))))).rejects.toThrow(sentence)
  })

  it('are accepted with what only looks like a mistake', async () => {
    const pages = everySection()
    pages[page] += slideOf('# a word to whoever edits this\nrouteAlias: odd\nreader: >\n  One line.\n\n  Another: with a colon.\nclass: tall\ntransition: fade', '# Odd\n\n```html\n<NotOurs>\n---\n```\n\nA `<Word>`, <b>bold</b> <line-map/> <LineMap v-click="2" labels />, 3 < 4.', '<!--\n**Say** one\n\n  --- and two\n-->')
    expect((await readSlides(write(pages), untimed)).map(slide => slide.alias)).toContain('odd')
  })

  it('with a byte-order mark stops', async () => {
    const pages = everySection()
    pages[page] = `\uFEFF${pages[page]}`
    await expect(readSlides(write(pages))).rejects.toThrow(`pages/${page}:1: the file begins with a byte-order mark`)
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
