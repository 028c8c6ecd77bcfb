import type { Format } from '../../exercises/exercise.ts'
import type { Copy } from './copy.ts'
import { runSheet } from '../../exercises/agenda.ts'
import { roleRows } from '../../exercises/roles.ts'
import { sections, workshopFormats } from '../../exercises/sections.ts'
import { reunionQuestions } from '../../exercises/three-questions/questions.ts'
import { asked, question } from '../deck-polls.ts'

const note = '<!--\n**Say** It is ours now.\n\n**Do** Nothing more.\n\n**Expect** A nod.\n\n**Bridge** Go on.\n-->'
const reader = 'reader: >\n  It was added by whoever runs this. It is short. You can go on.'

/** The last `single` poll, whose section has minutes for another one. */
const chosen = asked.findLast(({ poll }) => poll.kind === 'single') ?? question

/** Each recipe of `docs/adapting.md`, by its heading: does to a copy what the page says, and returns words that the deck then shows. */
export const recipes: Readonly<Record<string, (copy: Copy) => string[]>> = {
  'A slide': (copy) => {
    const page = pageWith(copy, 'layout: stop')
    copy.write(page, `${copy.read(page).trimEnd()}\n\n---\nlayout: statement\nrouteAlias: our-own-slide\n${reader}\n---\n\n# A slide of our own\n\n${note}\n`)
    const spare = copy.pages.filter(name => !copy.read(name).includes('layout: sources')).flatMap(name => copy.read(name).split(/(?=^---\nlayout: )/m).map(text => ({ name, text, alias: /^routeAlias: (.+)$/m.exec(text)?.[1] ?? '' }))).filter(({ text, alias }) => /^layout: (?:default|statement|pair|figure)$/m.test(text) && !/^(?:poll|exercise|stop|formats|section):/m.test(text) && alias !== 'our-own-slide' && text.trimEnd().endsWith('-->') && !['docs/points.md', 'exercises/agenda-matrix.ts'].some(file => copy.read(file).includes(alias)))
    const [renamed, ...others] = spare
    if (!renamed)
      return ['A slide of our own']
    copy.edit(renamed.name, renamed.text, renamed.text.replace(/^# .+$/m, '# Our own title'))
    const left = others.find(other => other.name !== renamed.name)
    if (left)
      copy.edit(left.name, left.text, '')
    return ['Our own title', 'A slide of our own']
  },
  'A poll': (copy) => {
    copy.edit('exercises/polls.ts', new RegExp(`(id: '${chosen.poll.id}',[\\s\\S]*?options: \\[)`), '$1\n      { id: \'money\', label: \'Money\' },\n      { id: \'sleep\', label: \'Sleep\' },')
    copy.edit('exercises/polls.ts', /\n\]\)/, '\n  { id: \'lunch\', kind: \'single\', question: \'Soup or salad?\', purpose: \'Lunch.\', floor: 1, options: [{ id: \'soup\', label: \'Soup\' }, { id: \'salad\', label: \'Salad\' }] },\n])')
    copy.edit('exercises/agenda-matrix.ts', /\n\]\n/, `\n  { id: 'lunch', title: 'Lunch', how: { 90: 'poll' }, parts: [{ slide: 'lunch', minutes: { 90: min(0.5, 0, 1) } }] },\n]\n`)
    const page = pageWith(copy, `poll: ${chosen.poll.id}\n`)
    copy.write(page, `${copy.read(page).trimEnd()}\n\n---\nlayout: poll\nrouteAlias: lunch\npoll: lunch\nformats: [90]\n${reader}\n---\n\n${note.replace('It is ours now.', 'What do you eat? [click] So much soup.')}\n`)
    return ['Money', 'Sleep', 'Soup or salad?']
  },
  'A poll that puts things in order': (copy) => {
    copy.edit('exercises/polls.ts', 'id: \'lunch\', kind: \'single\'', 'id: \'lunch\', kind: \'rank\'')
    return ['Put them in order, the first one first.']
  },
  'A claim': (copy) => {
    copy.edit('exercises/claims.ts', /doesNotShow: '[^']+'/, 'doesNotShow: \'Our own company.\'')
    copy.edit('exercises/claims.ts', /\n\]\)/, '\n  { id: \'Z1\', claim: \'Ours is a small company.\', author: \'Ours\', title: \'A page\', year: \'2026\', unread: \'on paper\', kind: \'one practitioner\', grade: \'C\', doesNotShow: \'Any other.\' },\n])')
    const page = pageWith(copy, 'layout: sources')
    copy.write(page, `${copy.read(page).trimEnd()}\n\n---\nlayout: sources\nclaims: [Z1]\nrouteAlias: sources-ours\n${reader}\n---\n\n# One source of our own\n\n${note}\n`)
    return ['Ours is a small company.']
  },
  'The colours': (copy) => {
    copy.edit('styles/tokens.css', /--people: [^;]+;/, '--people: #a02468;')
    copy.edit('styles/tokens.css', /([\s\S]*)--people: [^;]+;/, '$1--people: #ff8ab8;')
    return []
  },
  'Your own company\'s rows': (copy) => {
    const points = copy.read('docs/points.md').toLowerCase()
    const row = roleRows.find(one => !points.includes(one.manager.toLowerCase()))
    if (!row)
      return []
    copy.edit('exercises/roles.ts', `manager: '${row.manager}'`, 'manager: \'keeping the doors open\'')
    return ['keeping the doors open']
  },
  'The minutes': (copy) => {
    const rows = runSheet(90, 0)
    const before = rows[rows.findIndex(row => row.id === 'buffer') - 1]
    takeFromBuffer(copy, 90)
    addMinutes(copy, before?.id ?? '', 90, 1)
    return []
  },
  'The reunion': (copy) => {
    const [first] = reunionQuestions
    for (const file of ['exercises/three-questions/questions.ts', pageWith(copy, first)])
      copy.edit(file, first, 'Which part of it was worth the time?')
    return []
  },
  'Another stop': (copy) => {
    const last = sections.findLast(section => section.stop !== null)
    if (!last)
      throw new Error('there is no last stop')
    copy.edit('exercises/sections.ts', new RegExp(`^( *)\\{ id: '${last.id}', title: '([^']+)', stop: ${last.stop} \\},`, 'm'), `$1{ id: 'asking', title: 'Ask for it', stop: ${last.stop} },\n$1{ id: '${last.id}', title: '$2', stop: ${last.stop + 1} },`)
    copy.write('pages/asking.md', `---\nlayout: stop\nstop: ${last.stop}\nrouteAlias: asking\n${reader}\n---\n\n# Ask for it\n\nA yes has to be asked for.\n\n${note}\n`)
    const close = copy.pages.find(name => name.includes(last.id)) ?? ''
    copy.edit(close, `stop: ${last.stop}`, `stop: ${last.stop + 1}`)
    copy.edit('slides.md', `---\nsrc: ./${close}\n---`, `---\nsrc: ./pages/asking.md\n---\n\n---\nsrc: ./${close}\n---`)
    copy.edit('exercises/agenda.ts', new RegExp(`^( *)(\\{ id: '${last.id}', tier)`, 'm'), `$1{ id: 'asking', tier: 'shorten', minutes: { ${workshopFormats.map(format => `${format}: { planned: 1, from: 1, to: 2 }`).join(', ')} } },\n$1$2`)
    for (const format of workshopFormats) {
      takeFromBuffer(copy, format)
      const rows = runSheet(format, 0)
      const moved = rows.slice(rows.findIndex(row => row.id === 'buffer') + 1, -1).flatMap(row => row.checkpoint ?? [])
      for (const { section } of moved)
        add(copy, new RegExp(`(\\n {4}${format}: \\[\\{.*?section: '${section}', at: )(\\d+)`), -1)
    }
    return ['Ask for it', `Stop ${last.stop + 1} of ${last.stop + 1}`]
  },
}

/** The first file of `pages/` that holds these words. */
function pageWith(copy: Copy, words: string): string {
  return copy.pages.find(name => copy.read(name).includes(words)) ?? ''
}

/** Takes a minute from the buffer, and from the cut that offers it. */
function takeFromBuffer(copy: Copy, format: Format): void {
  addMinutes(copy, 'buffer', format, -1)
  add(copy, new RegExp(`(\\n {4}${format}: \\[\\n(?:.*\\n)*? *\\{ section: 'buffer', minutes: )(\\d+)`), -1)
}

function addMinutes(copy: Copy, section: string, format: Format, by: number): void {
  add(copy, new RegExp(`(id: '${section}',.*?\\b${format}: \\{ planned: )(\\d+)`), by)
}

/** Adds to the number that the second group of a pattern finds in the agenda. */
function add(copy: Copy, pattern: RegExp, by: number): void {
  const [, , number] = pattern.exec(copy.read('exercises/agenda.ts')) ?? []
  copy.edit('exercises/agenda.ts', pattern, `$1${Number(number) + by}`)
}
