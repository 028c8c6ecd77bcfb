import type { Line } from './text.ts'
import { contrastAt, paints } from './colour.ts'
import { oddStations, oddWeights, offGrid, strayPurple, strayTitles, wrongFoot } from './grid.ts'
import { faintShapes } from './shapes.ts'
import { excess, isShown, linesOf, nameOf, scaleOf, sizeOf, textElements } from './text.ts'

/** Runs in the page: each rule of the look, as what breaks it. A sentence names the element; no sentence is good. */
export type Rule = (slide: HTMLElement) => string[]

const SMALLEST = 22
const SMALLEST_BODY = 28
/** Rounding, and the softness of a glyph's edge, in pixels of the slide. */
const SLACK = 1.5

/**
 * Body is what a slide tells people: list items, table cells, and paragraphs that are sentences (they end like one).
 * Not body: small print (`small`, `.small`, captions, the ledger on the sources slides), the words in a drawing
 * (`svg`, `figure`, and all but a table in the drawing of a figure slide) and the words of controls.
 */
function isBody(element: Element): boolean {
  const block = element.closest('p, li, td, dd, blockquote, th')
  if (!block || element.closest('small, .small, figcaption, caption, .sources, svg, figure, button, label, fieldset'))
    return false
  const drawing = element.closest('.drawing > :not(h1, p)')
  if (drawing && !element.closest('table'))
    return false
  return block.tagName === 'P' ? /[.?!…][”"’)]?$/.test(block.textContent?.trim() ?? '') : block.tagName !== 'TH'
}

function tooSmall(slide: HTMLElement): string[] {
  return textElements(slide).flatMap((element) => {
    const size = Math.round(sizeOf(element, slide) * 100) / 100
    const least = isBody(element) ? SMALLEST_BODY : SMALLEST
    return size < least ? [`${nameOf(element)} is ${size} px, under ${least}`] : []
  })
}

function outside(slide: HTMLElement): string[] {
  const canvas = slide.getBoundingClientRect()
  const slack = SLACK * scaleOf(slide)
  const boxes = [...slide.querySelectorAll('*')].filter(element => element instanceof HTMLElement && isShown(element) && !element.closest('.heard'))
  return [
    ...linesOf(slide).filter(line => excess(line.box, canvas) > slack).map(line => `${nameOf(line.element)} runs off the slide`),
    ...boxes.filter(box => excess(box.getBoundingClientRect(), canvas) > slack).map(box => `the box of ${nameOf(box)} runs off the slide`),
  ]
}

/** Text that its own box, or a box around it that hides what is outside, does not hold. Tails of letters may hang out of a tight line. */
function clipped(slide: HTMLElement): string[] {
  const slack = SLACK * scaleOf(slide)
  return linesOf(slide).flatMap((line) => {
    const own = line.element.closest('svg') ? null : [...ancestors(line.element, slide)].find(one => !['inline', 'contents'].includes(getComputedStyle(one).display))
    const hiding = [...ancestors(line.element, slide)].find(one => (one instanceof HTMLElement || one.tagName === 'svg') && getComputedStyle(one).overflow !== 'visible' && excess(line.box, one.getBoundingClientRect()) > slack)
    const tight = hiding ?? (own && excess({ ...line.box, bottom: line.baseline }, own.getBoundingClientRect()) > slack ? own : null)
    return tight ? [`${nameOf(line.element)} does not fit into ${nameOf(tight)}`] : []
  })
}

function* ancestors(element: Element, top: Element): Generator<Element> {
  for (let one: Element | null = element; one && one !== top.parentElement; one = one.parentElement)
    yield one
}

/** Text on text, or on a control or picture that it does not belong to. */
function overlapping(slide: HTMLElement): string[] {
  const slack = SLACK * scaleOf(slide)
  const lines = linesOf(slide)
  const things = [...slide.querySelectorAll('button, input, textarea, .qr-code')].filter(isShown).map(element => ({ element, box: element.getBoundingClientRect() }))
  const pairs = lines.flatMap((line, i) => [...lines.slice(i + 1), ...things].map(other => [line, other] as const))
  return pairs.filter(([{ element, box }, other]) => element !== other.element && !other.element.contains(element)
    && Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left) > slack
    && Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top) > slack)
    .map(([one, other]) => `${nameOf(one.element)} and ${nameOf(other.element)} overlap`)
}

/** Points along a line of text at half the height of a small letter. */
function along({ box }: Line): [x: number, y: number][] {
  return [0.05, 0.25, 0.5, 0.75, 0.95].map(share => [box.left + (box.right - box.left) * share, box.top + (box.bottom - box.top) * 0.6])
}

function elementsAbove(element: Element, x: number, y: number): Element[] {
  const stack = document.elementsFromPoint(x, y)
  return stack.slice(0, Math.max(stack.indexOf(element), 0)).filter(above => !above.contains(element) && !element.contains(above))
}

/** Something painted over text, inside the slide or over all slides. */
function covered(slide: HTMLElement): string[] {
  return linesOf(slide).flatMap((line) => {
    const above = along(line).flatMap(([x, y]) => elementsAbove(line.element, x, y).filter(element => isShown(element) && paints(element, x, y)))
    return above[0] ? [`${nameOf(above[0])} covers ${nameOf(line.element)}`] : []
  })
}

/** Words and controls over the slide that do not belong to it. */
function strangers(slide: HTMLElement): string[] {
  const canvas = slide.getBoundingClientRect()
  const others = [...document.querySelectorAll('button, a, input, select, textarea, p, h1, h2, dialog')].filter(one => !slide.contains(one) && isShown(one))
  return others.filter((one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect()
    return Math.min(right, canvas.right) - Math.max(left, canvas.left) > SLACK && Math.min(bottom, canvas.bottom) - Math.max(top, canvas.top) > SLACK
  }).map(one => `${nameOf(one)} lies over the slide`)
}

function faint(slide: HTMLElement): string[] {
  return linesOf(slide).flatMap((line) => {
    const contrast = Math.min(...along(line).map(([x, y]) => contrastAt(line.element, x, y)))
    const least = isBody(line.element) ? 7 : 4.5
    return contrast < least - 0.005 ? [`${nameOf(line.element)} has a contrast of ${contrast.toFixed(2)}, under ${least}`] : []
  })
}

function headings(slide: HTMLElement): string[] {
  const shown = [...slide.querySelectorAll('h1')].filter(isShown).length
  return shown === 1 ? [] : [`${shown} first headings`]
}

/** Elements that a screen reader would read before their click. */
function heardTooEarly(slide: HTMLElement): string[] {
  return [...slide.querySelectorAll('.slidev-vclick-hidden')].filter(element => getComputedStyle(element).visibility !== 'hidden').map(element => `${nameOf(element)} is not shown yet and would be read aloud`)
}

/** A drawing is left out of what is read aloud, or its words are all in its description. */
function undescribed(slide: HTMLElement): string[] {
  const drawings = [...slide.querySelectorAll('svg, [role=img]')].filter(element => isShown(element) && !element.closest('[aria-hidden=true]') && !element.parentElement?.closest('svg, [role=img]'))
  return drawings.flatMap((drawing) => {
    const label = (drawing.getAttribute('aria-label') ?? drawing.querySelector('desc, title')?.textContent ?? '').toLowerCase()
    if (drawing.getAttribute('role') !== 'img' || label === '')
      return [`${nameOf(drawing)} has no description`]
    const unsaid = linesOf(slide).filter(line => drawing.contains(line.element)).flatMap(line => line.text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).filter(word => !label.includes(word))
    return unsaid.length > 0 ? [`the description of ${nameOf(drawing)} leaves out: ${[...new Set(unsaid)].join(', ')}`] : []
  })
}

function headless(slide: HTMLElement): string[] {
  return [...slide.querySelectorAll('table')].filter(table => isShown(table) && !table.querySelector('th')).map(table => `${nameOf(table)} has no header`)
}

/** All rules, by what they require. */
export const rules: Readonly<Record<string, Rule>> = {
  'no text is under 22 px, and body not under 28 px': tooSmall,
  'nothing runs off the slide': outside,
  'text fits into its box': clipped,
  'no text overlaps text or a control': overlapping,
  'nothing covers text': covered,
  'nothing that is no part of the slide lies over it': strangers,
  'text has a contrast of 4.5, and body of 7': faint,
  'each slide has one first heading': headings,
  'what a click has not brought yet is not read aloud': heardTooEarly,
  'a drawing says in words what it says': undescribed,
  'tables have headers': headless,
  'nothing but lines leaves the columns': offGrid,
  'titles stand at one of two heights': strayTitles,
  'lines have one of three weights': oddWeights,
  'stations have a size from the list': oddStations,
  'purple is both jobs at once, and nothing else': strayPurple,
  'the map along the foot says where we are': wrongFoot,
  'shapes have a contrast of 3 with the paper': faintShapes,
}
