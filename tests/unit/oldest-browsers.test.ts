import type { Versions } from '../../setup/oldest-browsers.ts'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { build } from 'vite'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/lib/paths.ts'
import { oldestBrowsers } from '../../setup/oldest-browsers.ts'

/** A feature of browsers: how it is written, and the first versions that have it. */
interface Feature extends Versions {
  is: RegExp
  /** What happens in a browser without it; with this it may be used all the same. */
  without?: string
}

const feature = (is: RegExp, chrome: number, safari: number, firefox: number, without?: string): Feature => ({ is, chrome, safari, firefox, without })
const NEVER = 9999

/** Functions, which a build does not lower, with the first versions that have them. */
const calls: Feature[] = [
  feature(/\.replaceAll\(/, 85, 13.1, 77),
  feature(/\.at\(/, 92, 15.4, 90),
  feature(/Object\.hasOwn\(/, 93, 15.4, 92),
  feature(/\bstructuredClone\(/, 98, 15.4, 94),
  feature(/\.findLast(?:Index)?\(/, 97, 15.4, 104),
  feature(/\.to(?:Sorted|Reversed|Spliced)\(/, 110, 16, 115),
  feature(/\bArray\.fromAsync\(/, 121, 16.4, 115),
  feature(/\bObject\.groupBy\(|\bMap\.groupBy\(/, 117, 17.4, 119),
  feature(/\bPromise\.withResolvers\(/, 119, 17.4, 121),
  feature(/\.isWellFormed\(/, 111, 16.4, 119),
  feature(/\bAbortSignal\.timeout\(/, 103, 16, 100),
  feature(/\bAbortSignal\.any\(/, 116, 17.4, 124),
  feature(/\bURL\.canParse\(/, 120, 17, 115),
  feature(/\.isSubsetOf\(|\.isDisjointFrom\(|\.symmetricDifference\(/, 122, 17, 127),
  feature(/\.showPopover\(/, 114, 17, 125),
  feature(/\.checkVisibility\(/, 105, 17.4, 106),
  feature(/\(\?<[=!]/, 62, 16.4, 78),
  feature(/\/[a-uw-z]*v[a-z]*(?=[,;.)]\s)/, 112, 17, 116),
  feature(/\bIntl\.Segmenter\b/, 87, 14.1, 125, 'signs are told apart by code points'),
  feature(/\brequestIdleCallback\(/, 47, NEVER, 55, 'a short wait takes its place'),
  feature(/\bnavigator\.vibrate\b/, 32, NEVER, NEVER, 'the words alone remind'),
  feature(/\bnavigator\.share\b/, 128, 15, NEVER, 'the button for it is left out'),
  feature(/\bcrypto\.randomUUID\(/, NEVER, NEVER, NEVER),
]

/** What a style sheet may say, after the build has lowered what it can. */
const styles: Feature[] = [
  feature(/@container/, 106, 16, 110, 'one column, as on a narrow phone'),
  feature(/:has\(/, 105, 15.4, 121, 'what is chosen shows by its mark alone'),
  feature(/\btext-wrap:/, 114, 17.5, 121, 'lines break as they come'),
  feature(/\baccent-color:/, 93, 15.4, 92),
  feature(/\baspect-ratio:/, 88, 15, 89),
  feature(/\boverscroll-behavior/, 65, 16, 59),
  feature(/:focus-visible/, 86, 15.4, 85),
  feature(/:is\(/, 88, 14, 78),
  feature(/\b\d+(?:dvh|svh|lvh|dvw|svw|lvw)\b/, 108, 15.4, 101),
  feature(/\b\d+(?:cqw|cqi|cqh|cqb)\b/, 105, 16, 110),
  feature(/@layer/, 99, 15.4, 97),
  feature(/@property/, 85, 16.4, 128),
  feature(/@starting-style/, 117, 17.5, 129),
  feature(/@scope/, 118, 17.4, 146),
  feature(/\bcolor-mix\(/, 111, 16.2, 113),
  feature(/\b(?:oklch|oklab|lch|lab)\(/, 111, 15.4, 113),
  feature(/\blight-dark\(/, 123, 17.5, 120),
  feature(/\bsubgrid\b/, 117, 16, 71),
  feature(/\bfield-sizing:/, 123, 26.2, NEVER),
  feature(/\banchor\(|\bposition-area:/, 125, 26, 147),
  feature(/&/, 120, 17.2, 117),
]

/** Features that are younger than the oldest browsers, and that nobody said may be missing. */
function tooYoung(text: string, features: readonly Feature[], oldest: Versions = oldestBrowsers.phone): string[] {
  return features
    .filter(({ is, without, ...since }) => is.test(text) && without === undefined && (Object.keys(oldest) as (keyof Versions)[]).some(browser => since[browser] > oldest[browser]))
    .map(({ is }) => is.source)
}

/** The phone page as it is built, with the project's own files that went into it. */
async function builtPhone(): Promise<{ styles: string[], sources: string[] }> {
  const result = await build({ configFile: join(root, 'phone/vite.config.ts'), logLevel: 'silent', build: { write: false } })
  const { output } = Array.isArray(result) ? result[0] ?? { output: [] } : 'output' in result ? result : { output: [] }
  const styles = output.flatMap(one => one.type === 'asset' && /\.(?:css|html)$/.test(one.fileName) ? [String(one.source)] : [])
  const modules = output.flatMap(one => one.type === 'chunk' ? one.moduleIds : [])
  const sources = [...new Set(modules.map(id => id.split('?')[0] ?? ''))].filter(file => file.startsWith(root) && !file.includes('node_modules') && /\.(?:ts|vue)$/.test(file))
  return { styles, sources }
}

describe('the phone page', async () => {
  const { styles: sheets, sources } = await builtPhone()

  it('is built from the files that are searched', () => {
    expect(sources.map(file => relative(root, file))).toEqual(expect.arrayContaining(['phone/main.ts', 'live/client/countdown.ts', 'components/audit/EnergyAudit.vue']))
    expect(sheets.join('').length).toBeGreaterThan(10_000)
  })

  it('calls no function younger than its oldest browsers', () => {
    expect(sources.flatMap(file => tooYoung(readFileSync(file, 'utf8'), calls).map(what => `${relative(dirname(root), file)}: ${what}`))).toEqual([])
  })

  it('has no style that they lack and need', () => {
    expect(sheets.flatMap(sheet => tooYoung(sheet.replaceAll(/&\w+;/g, ''), styles))).toEqual([])
  })

  it('is refused with a feature that is too young', () => {
    expect(tooYoung('[1, 2].toSorted()', calls)).toHaveLength(1)
    expect(tooYoung('a { color: color-mix(in srgb, red, blue); &:hover { width: 1px } }', styles)).toHaveLength(2)
    expect(tooYoung('[1, 2].at(-1)', calls)).toEqual([])
  })
})

describe('a slide', () => {
  const files = ['components/**/*.vue', 'layouts/*.vue', 'live/kinds/**/*.{vue,css}', 'styles/**/*.css'].flatMap(pattern => globSync(pattern, { cwd: root }))
  const stylesOf = (file: string): string => {
    const text = readFileSync(join(root, file), 'utf8')
    return file.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, style]) => style).join('\n')
  }
  /** Nested rules are lowered by the build. */
  const asWritten = styles.filter(({ is }) => is.source !== '&')

  it('has no style that the deck\'s oldest browsers lack and need', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(files.flatMap(file => tooYoung(stylesOf(file), asWritten, oldestBrowsers.deck).map(what => `${file}: ${what}`))).toEqual([])
  })

  it('is refused with a feature that is too young', () => {
    expect(tooYoung('li { grid-template-columns: subgrid }', asWritten, { ...oldestBrowsers.deck, chrome: 116 })).toHaveLength(1)
  })
})

it('the README names the oldest browsers', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  for (const { chrome, safari, firefox } of Object.values(oldestBrowsers))
    expect(readme).toContain(`Chrome and Edge ${chrome}, Safari ${safari}, Firefox ${firefox}`)
})
