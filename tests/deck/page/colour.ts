/** Runs in the page: the colours of a text and of what is painted behind it. */

type Colour = readonly [red: number, green: number, blue: number, alpha: number]

const TRANSPARENT: Colour = [0, 0, 0, 0]

/** Any CSS colour that a computed style holds. */
function read(css: string): Colour {
  const [r = 0, g = 0, b = 0, a = 1] = css.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0]
  return css.startsWith('color(srgb') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a]
}

function over([r, g, b, a]: Colour, below: Colour): Colour {
  return [r * a + below[0] * (1 - a), g * a + below[1] * (1 - a), b * a + below[2] * (1 - a), 1]
}

function luminance(colour: Colour): number {
  const [r = 0, g = 0, b = 0] = colour.slice(0, 3).map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Of an element and everything it stands in. */
function opacityOf(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
}

/** Whether an element itself paints anything at a point. */
export function paints(element: Element, x: number, y: number): boolean {
  return paintOf(element, x, y).some(([,,, alpha]) => alpha > 0)
}

/** What an element itself paints at a point. */
function paintOf(element: Element, x: number, y: number): Colour[] {
  const style = getComputedStyle(element)
  if (element instanceof SVGGeometryElement) {
    const matrix = element.getScreenCTM()
    const point = matrix && new DOMPoint(x, y).matrixTransform(matrix.inverse())
    if (point && style.stroke !== 'none' && element.isPointInStroke(point))
      return [read(style.stroke)]
    return style.fill === 'none' ? [] : [read(style.fill)]
  }
  if (element instanceof SVGElement)
    return []
  return [...['::after', '::before'].map(part => pseudoPaint(element, part, x, y)), read(style.backgroundColor)]
}

/** A `::before` or `::after` that is placed absolutely in its element may be what paints the ground. */
function pseudoPaint(element: Element, part: string, x: number, y: number): Colour {
  const { content, position, display, backgroundColor, left, top, width, height } = getComputedStyle(element, part)
  if (content === 'none' || position !== 'absolute' || display === 'none' || getComputedStyle(element).position === 'static')
    return TRANSPARENT
  const box = element.getBoundingClientRect()
  const [dx, dy, w, h] = [left, top, width, height].map(Number.parseFloat)
  const inside = x >= box.left + (dx ?? 0) && x <= box.left + (dx ?? 0) + (w ?? 0) && y >= box.top + (dy ?? 0) && y <= box.top + (dy ?? 0) + (h ?? 0)
  return inside ? read(backgroundColor) : TRANSPARENT
}

/** What is painted behind an element at a point, from the ground up. */
function groundOf(element: Element, x: number, y: number): Colour {
  const stack = document.elementsFromPoint(x, y)
  const own = stack.indexOf(element)
  let ground: Colour = [255, 255, 255, 1]
  for (const below of stack.slice(Math.max(own, 0)).toReversed()) {
    if (below instanceof SVGTextContentElement)
      continue
    for (const [r, g, b, a] of paintOf(below, x, y).toReversed())
      ground = over([r, g, b, a * opacityOf(below)], ground)
  }
  return ground
}

/** How far a shape stands out from the paper it is drawn on, by its outline or by what fills it; from 1 to 21. */
export function contrastOfShape(shape: SVGElement, paper: Element): number {
  const ground = read(getComputedStyle(paper).backgroundColor)
  const { fill, stroke } = getComputedStyle(shape)
  const painted = shape instanceof SVGLineElement ? [stroke] : [fill, stroke]
  return Math.max(1, ...painted.filter(colour => colour !== 'none').map((colour) => {
    const [r, g, b, a] = read(colour)
    return ratio(luminance(over([r, g, b, a * opacityOf(shape)], ground)), luminance(ground))
  }))
}

function ratio(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

/** Contrast between a text and what is behind it at a point, from 1 to 21. */
export function contrastAt(element: Element, x: number, y: number): number {
  const style = getComputedStyle(element)
  const [r, g, b, a] = read(element instanceof SVGElement ? style.fill : style.color)
  const ground = groundOf(element, x, y)
  return ratio(luminance(over([r, g, b, a * opacityOf(element)], ground)), luminance(ground))
}
