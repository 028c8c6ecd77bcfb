import type { Browser, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ensureBrowser, launchOptions } from '../../scripts/lib/browser.ts'
import { installRules } from './install-rules.ts'

/** Checks the rules for slides themselves, on small slides with one mistake each and one without. */

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await chromium.launch(launchOptions(await ensureBrowser()))
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } })
  await installRules(context)
  page = await context.newPage()
  await page.goto('data:text/html,<!doctype html><html lang=en><title>Slide</title>')
})
afterAll(() => browser?.close())

const style = `
  body { margin: 0 } .slidev-layout { position: relative; width: 1280px; height: 720px; overflow: hidden; background: #fff; color: #000; font: 30px/1.4 sans-serif }
  .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }`

async function broken(html: string, layout = ''): Promise<string[]> {
  await page.setContent(`<!doctype html><style>${style}</style><main class="slidev-layout ${layout}">${html}</main>`)
  return (await page.evaluate(() => window.measureSlide())).map(([rule, sentence]) => `${rule}: ${sentence}`)
}

const small = 'no text is under 22 px, and body not under 28 px'
const off = 'nothing runs off the slide'
const fits = 'text fits into its box'
const overlap = 'no text overlaps text or a control'
const cover = 'nothing covers text'
const stranger = 'nothing that is no part of the slide lies over it'
const contrast = 'text has a contrast of 4.5, and body of 7'
const heading = 'each slide has one first heading'
const early = 'what a click has not brought yet is not read aloud'
const described = 'a drawing says in words what it says'
const headers = 'tables have headers'
const columns = 'nothing but lines leaves the columns'
const titles = 'titles stand at one of two heights'
const weights = 'lines have one of three weights'
const sizes = 'stations have a size from the list'
const purple = 'purple is both jobs at once, and nothing else'
const shapes = 'shapes have a contrast of 3 with the paper'
const foot = 'the map along the foot says where we are'
const drawing = '<svg role="img" aria-label="From one line to two" viewBox="0 0 200 100" width="400"><rect width="200" height="100" fill="#eee"/><text x="10" y="40" font-size="14">line</text></svg>'

it.each([
  ['a sentence of 24 px', '<h1>T</h1><p style="font-size: 24px">It is a sentence.</p>', [small]],
  ['a label of 20 px', '<h1>T</h1><p style="font-size: 20px">Stop 1</p>', [small]],
  ['a list item of 26 px', '<h1>T</h1><ul><li style="font-size: 26px">one</li></ul>', [small]],
  ['a drawing that is scaled down', '<h1>T</h1><svg aria-hidden="true" viewBox="0 0 400 100" width="200"><text x="10" y="40" font-size="30">far</text></svg>', [small]],
  ['a word beyond the edge', '<h1>T</h1><span style="position: absolute; left: 1240px; white-space: nowrap">too far</span>', [off, fits]],
  ['a box beyond the edge', '<h1>T</h1><div style="position: absolute; top: 700px; width: 9px; height: 30px"></div>', [off]],
  ['a line that its box cuts off', '<h1>T</h1><div style="height: 40px; overflow: hidden">one<br>two</div>', [fits]],
  ['a word wider than its button', '<h1>T</h1><button style="width: 60px; font-size: 24px; white-space: nowrap; color: #000">far too wide</button>', [fits]],
  ['text on text', '<h1>T</h1><p>One line.</p><p style="margin-top: -60px">Another line.</p>', [overlap]],
  ['text on a control', '<h1>T</h1><button style="position: absolute; top: 300px; width: 200px; height: 50px"></button><span style="position: absolute; top: 310px; left: 20px">on it</span>', [overlap]],
  ['a box over text', '<h1>T</h1><p>Some line.</p><div style="position: absolute; inset: 0; background: #fff"></div>', [cover]],
  ['a line drawn through text', `<h1>T</h1><svg aria-hidden="true" viewBox="0 0 400 100" width="400"><text x="10" y="40" font-size="30">struck out</text><path d="M0 32H400" stroke="#c00" stroke-width="6"/></svg>`, [cover]],
  ['a control of the deck over the slide', '<h1>T</h1></main><button style="position: absolute; top: 600px; font-size: 30px">Next</button>', [stranger]],
  ['a pale sentence', '<h1>T</h1><p style="color: #767676">Grey, and a sentence.</p>', [contrast]],
  ['a pale label', '<h1>T</h1><p style="color: #999">Stop 1</p>', [contrast]],
  ['a sentence made pale by opacity', '<h1>T</h1><p style="opacity: 0.5">Half of it.</p>', [contrast]],
  ['a sentence on a dark card', '<h1>T</h1><div style="background: #333"><p>Dark on dark.</p></div>', [contrast]],
  ['a word on the dark part of a drawing', '<h1>T</h1><svg aria-hidden="true" viewBox="0 0 400 100" width="400"><rect width="200" height="100" fill="#333"/><text x="10" y="40" font-size="30">dark</text></svg>', [contrast]],
  ['a word on a dark ground that is no element', '<style>b { position: relative; isolation: isolate } b::after { position: absolute; z-index: -1; inset: 0; background: #333; content: "" }</style><h1>T</h1><b>dark</b>', [contrast]],
  ['two first headings', '<h1>One</h1><h1>Two</h1>', [heading]],
  ['no first heading', '<h2>One</h2>', [heading]],
  ['a click whose words are only transparent', '<h1>T</h1><p class="slidev-vclick-hidden" style="opacity: 0">Not yet.</p>', [early]],
  ['a drawing without a description', `<h1>T</h1>${drawing.replace(/aria-label="[^"]+"/, '')}`, [described]],
  ['a drawing that is no picture', `<h1>T</h1>${drawing.replace('role="img"', '')}`, [described]],
  ['a drawing that shows more than it says', `<h1>T</h1>${drawing.replace('>line<', '>station<')}`, [described]],
  ['a table without headers', '<h1>T</h1><table><tr><td>one</td></tr></table>', [headers]],
  ['no mistake', `<h1>A title that fits</h1><p>A sentence<b>, with some of it bold</b>.</p><p class="small" style="font-size: 22px; color: #555">Small print.</p>${drawing}
    <table><tr><th>A</th></tr><tr><td>one</td></tr></table><span class="heard">Only heard</span><p class="slidev-vclick-hidden" style="visibility: hidden">Later.</p>`, []],
])('%s', async (_, html, rules) => {
  const found = await broken(html)
  expect([...new Set(found.map(line => line.split(': ')[0]))]).toEqual(rules)
})

/** A slide of the deck: its title where titles stand. */
const framed = (html: string): string => `<style>main { --both: #6a4c93; --both-text: #5d4184; --both-wash: #e9e1f3; --card: #fff; padding: 70px 88px 0; box-sizing: border-box } h1 { margin: 0; font-size: 54px; line-height: 56px }</style><h1>Title</h1>${html}`
const stroke = (width: number, name = ''): string => `<svg aria-hidden="true" viewBox="0 0 1104 100" width="1104"><path class="${name}" d="M-88 50H1104" stroke="#000" stroke-width="${width}"/></svg>`
const station = (size: number): string => `<svg aria-hidden="true" viewBox="0 0 1104 100" width="1104"><rect class="line-station" x="40" y="10" width="${size * 5 / 6}" height="${size * 5 / 6}" stroke="#000" stroke-width="${size / 6}"/></svg>`
const footMap = (at: number, here: string, numbers: string): string => `<div class="foot-map" data-at="${at}"><p class="heard">Two roles</p><svg aria-hidden="true" viewBox="0 0 1104 44" width="1104">${[1, 2, 3].map(n => `<g class="foot-stop">${numbers.includes(`${n}`) ? `<text x="${n * 99}" y="30" font-size="22">${n}</text>` : ''}</g>`).join('')}</svg><p class="foot-here small" style="font-size: 22px; width: 400px">${here}</p></div>`

it.each([
  ['a word left of the columns', '<span style="position: absolute; left: 40px; top: 300px">out</span>', [columns]],
  ['a button right of the columns', '<button style="position: absolute; left: 1150px; top: 300px; width: 60px; height: 60px" aria-label="On"></button>', [columns]],
  ['a station right of the columns', `<svg aria-hidden="true" viewBox="0 0 1104 100" width="1104" style="overflow: visible"><circle cx="1110" cy="50" r="20"/></svg>`, [columns]],
  ['a pale line', `${stroke(18)}<style>main path { fill: none; stroke: #bbb }</style>`, [shapes]],
  ['a shape made pale by opacity', `${stroke(18)}<style>main svg { opacity: 0.3 }</style>`, [shapes]],
  ['a title that hangs too low', '<style>main h1 { margin-top: 20px }</style>', [titles]],
  ['a line of 14 px', stroke(14), [weights]],
  ['a station of 60 px', station(60), [sizes]],
  ['a purple word', '<b style="color: var(--both-text)">winner</b>', [purple]],
  ['a purple line', `${stroke(18)}<style>main path { stroke: var(--both) }</style>`, [purple]],
  ['a foot without its map', '', [foot]],
  ['a foot that names another stop', footMap(2, '3 Two roles', '13'), [foot]],
  ['a foot that shows the stop it names', footMap(2, '2 Two roles', '123'), [foot]],
  ['no mistake', `${stroke(6)}${stroke(18)}${stroke(26)}${station(48)}<b class="both" style="color: var(--both-text)">both</b>${footMap(2, '2 Two roles', '13')}`, []],
])('the rules find a slide of the deck with %s', async (_, html, rules) => {
  const found = await broken(framed(html), `slide-frame ${html.includes('foot-map') || rules.includes(foot) ? 'has-foot' : ''}`)
  expect([...new Set(found.map(line => line.split(': ')[0]))]).toEqual(rules)
})

it('the rules allow smaller print on sources slides and in drawings of figure slides, but not in tables there', async () => {
  const table = '<h1>T</h1><table style="font-size: 24px"><tr><th>A</th></tr><tr><td>one</td></tr></table>'
  const list = '<h1>T</h1><ul style="font-size: 24px"><li>one</li></ul>'
  expect(await broken(table, 'sources')).toEqual([])
  expect(await broken(list, 'drawing')).toEqual([])
  expect(await broken(table, 'drawing')).toEqual([expect.stringMatching(/td “one” is 24 px, under 28/)])
})
