import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { filesUnder } from '../../scripts/lib/files.ts'
import { root } from '../../scripts/lib/paths.ts'
import { readDeck } from '../written-deck.ts'
import { site } from './built-site.ts'

/** Shorter sentences may occur by chance. */
const SHORTEST = 20

/** Letters and digits alone: however a build escapes, quotes or marks up a sentence, these stay in their order. */
function lettersOf(text: string): string {
  return text
    .replaceAll(/\\u\{?([\da-f]{4,6})\}?/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replaceAll(/\\[nrt]/g, ' ')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

/** The sentences of a text, without what Markdown adds. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!:;])\s|\*\*|\[click\]|\n/).map(part => part.trim()).filter(part => lettersOf(part).length >= SHORTEST)
}

/** Every string in a module, those inside functions included. */
function stringsIn(file: string): string[] {
  const found: string[] = []
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node))
      return
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest))
  return found
}

/** Which of the sentences stand in which of the files. */
function leaks(sentences: readonly string[], files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([name, letters]) => sentences.filter(sentence => letters.includes(lettersOf(sentence))).map(sentence => `${name}: ${sentence}`))
}

const built = new Map(filesUnder(['.'], site.folder).map(file => [file, readFileSync(join(site.folder, file), 'utf8')]))
const files = new Map([...built].map(([name, text]) => [name, lettersOf(text)]))
const deck = await readDeck()
const slides = deck.filter(slide => slide.formats.includes(90))
const modules = globSync(['exercises/*/facilitator.ts', 'exercises/agenda*.ts', 'exercises/facilitating*.ts'], { cwd: root }).map(file => file.replaceAll('\\', '/'))

/** Text that participants may read: a facilitator says some of it aloud, such as a poll's question. */
const open = lettersOf([
  ...deck.flatMap(slide => [slide.body, slide.reader]),
  ...globSync('exercises/**/*.ts', { cwd: root }).map(file => file.replaceAll('\\', '/')).filter(file => !modules.includes(file)).flatMap(stringsIn),
  ...globSync('components/!(presenter)/*.vue', { cwd: root }).map(file => readFileSync(join(root, file), 'utf8')),
].join('\n'))
const secret = (sentences: readonly string[]): string[] => sentences.filter(sentence => !open.includes(lettersOf(sentence)))
const notes = deck.flatMap(slide => sentencesOf(slide.note))
const texts = new Map(modules.map(file => [file, stringsIn(file).flatMap(sentencesOf)]))

describe('the site\'s files', () => {
  it('hold no sentence of a note, of any length of the workshop', () => {
    expect(secret(notes).length).toBeGreaterThan(500)
    expect(leaks(secret(notes), files)).toEqual([])
  })

  it.each([...texts])('hold no text of %s', (_, sentences) => {
    expect(leaks(secret(sentences), files)).toEqual([])
  })

  it('hold no minutes of the agenda', () => {
    expect([...built].filter(([, text]) => /\bplanned["']?:\s*\d/.test(text)).map(([name]) => name)).toEqual([])
  })
})

describe('the search for facilitator text', () => {
  it('reads every module that holds facilitator text', () => {
    expect(modules.length).toBeGreaterThan(10)
    expect(secret([...texts.values()].flat()).length).toBeGreaterThan(200)
  })

  it('leaves out few sentences', () => {
    const all = [...notes, ...[...texts.values()].flat()]
    expect(all.length - secret(all).length).toBeLessThan(all.length / 50)
  })

  it('finds a note however it is written into a file', () => {
    const [sentence = ''] = sentencesOf('It won’t be “graded”, and that’s — all: nobody asks.')
    const planted = ['it won\\u2019t be \\"graded\\", and that\\u2019s \\u2014 all:', '<p>It won’t be <em>“graded”</em>, and\\n that’s — all:</p>'.replaceAll(/<\/?\w+>/g, '')]
    for (const text of planted)
      expect(leaks([sentence], new Map([['planted.js', lettersOf(`${built.get('index.html')}${text}`)]]))).toEqual([`planted.js: ${sentence}`])
    expect(leaks([sentence], files)).toEqual([])
  })

  it('finds the words of every slide, which participants may read', () => {
    const all = [...files.values()].join('\n')
    const sentences = slides.flatMap(slide => sentencesOf(slide.reader))
    expect(sentences.length).toBeGreaterThan(100)
    expect(sentences.filter(sentence => !all.includes(lettersOf(sentence)))).toEqual([])
  })
})
