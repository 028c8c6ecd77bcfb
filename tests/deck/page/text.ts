/** Runs in the page: what a slide shows as text, and where. */

export interface Box { left: number, top: number, right: number, bottom: number }

/** One line of one text node, as people see it. */
export interface Line {
  text: string
  /** The element the text stands in. */
  element: Element
  /** From the height of a capital to below the baseline, in pixels of the window. */
  box: Box
  baseline: number
}

/** Ascent, capital height and descent as shares of the type size; the bundled faces differ by a hundredth or two. */
const BASELINE = 0.77
const CAPITAL = 0.7
const DESCENT = 0.2
/** Digits have no descenders. */
const figures = /^\d+$/

/** Pixels of the window in one pixel of the slide. */
export function scaleOf(slide: HTMLElement): number {
  return slide.getBoundingClientRect().width / slide.offsetWidth
}

/** False for what is not drawn at all, and for what is there for screen readers only. */
export function isShown(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.heard, title, desc') && !isClippedAway(element)
}

/** Whether the element, or one around it, is clipped to nothing. */
function isClippedAway(element: Element): boolean {
  return getComputedStyle(element).clipPath === 'inset(50%)' || (element.parentElement !== null && isClippedAway(element.parentElement))
}

/** The type size as it reaches the eye, in pixels of the slide: a drawing may be scaled. */
export function sizeOf(element: Element, slide: HTMLElement): number {
  const size = Number.parseFloat(getComputedStyle(element).fontSize)
  const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null
  return matrix ? size * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) / scaleOf(slide) : size
}

/** Every line of text that the slide shows now, in the order of the document. */
export function linesOf(slide: HTMLElement): Line[] {
  const lines: Line[] = []
  const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent?.trim()
    if (!element || !text || !isShown(element))
      continue
    range.selectNodeContents(node)
    const size = sizeOf(element, slide) * scaleOf(slide)
    for (const { left, right, top, height } of range.getClientRects()) {
      const baseline = top + height * BASELINE
      if (right - left > 1)
        lines.push({ text, element, baseline, box: { left, right, top: baseline - size * CAPITAL, bottom: baseline + (figures.test(text) ? 0 : size * DESCENT) } })
    }
  }
  return lines
}

/** The parts of the slide below each other, one for each element that holds text of its own. */
export function textElements(slide: HTMLElement): Element[] {
  return [...new Set(linesOf(slide).map(line => line.element))]
}

/** How far a box sticks out of another, in pixels of the window; 0 inside. */
export function excess(box: Box, outer: Box): number {
  return Math.max(outer.left - box.left, box.right - outer.right, outer.top - box.top, box.bottom - outer.bottom, 0)
}

/** `p.small “The first words …”`, to find the element by. */
export function nameOf(element: Element): string {
  const name = [element.tagName.toLowerCase(), ...element.classList].filter(part => !/^slidev-|^v-/.test(part)).join('.')
  const text = element.textContent?.replace(/\s+/g, ' ').trim() ?? ''
  return text ? `${name} “${text.length > 40 ? `${text.slice(0, 40)} …` : text}”` : name
}
