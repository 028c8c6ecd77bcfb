import { contrastOfShape } from './colour.ts'
import { isShown, nameOf } from './text.ts'

/** Runs in the page: what the drawings of a slide are made of. */

/** Shapes with less contrast than this to the paper are holes cut into others. */
const HOLE = 1.15
const LEAST = 3

function shapesOf(slide: HTMLElement, kinds: string): SVGGraphicsElement[] {
  return [...slide.querySelectorAll<SVGGraphicsElement>(`svg:not(.qr-code) :is(${kinds})`)].filter(shape => isShown(shape) && !shape.closest('clipPath, mask, defs'))
}

/** Shapes that are no line: stations, signs, boxes and dots. Not those of a stop, whose map goes on beyond the slide. */
export function bodiesOf(slide: HTMLElement): SVGGraphicsElement[] {
  return slide.matches('.stop') ? [] : shapesOf(slide, 'rect, circle, .stop-sign')
}

/** Lines and shapes with too little contrast to the paper. */
export function faintShapes(slide: HTMLElement): string[] {
  if (!slide.matches('.slide-frame'))
    return []
  return shapesOf(slide, 'rect, circle, line, path, polygon, polyline').flatMap((shape) => {
    const contrast = contrastOfShape(shape, slide)
    return contrast > HOLE && contrast < LEAST - 0.005 ? [`${nameOf(shape)} of ${shape.closest('svg')?.classList.value} has a contrast of ${contrast.toFixed(2)}, under ${LEAST}`] : []
  })
}
