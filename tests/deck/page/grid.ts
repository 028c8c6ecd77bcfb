import { bodiesOf } from './shapes.ts'
import { isShown, linesOf, nameOf, scaleOf, sizeOf } from './text.ts'

/** Runs in the page: the rules of the grid and of the one map, for slides of the deck. */

/** Rounding, in pixels of the slide. */
const SLACK = 2
const LEFT = 88
const RIGHT = 1192
/** Share of the type size by which large letters may stick out, so that their stems are on the edge. */
const BEARING = 0.045
const TITLES = { 'without a kicker': 70, 'below a kicker': 106 }
const WEIGHTS = [2, 6, 18, 26]
const STATIONS = [34, 40, 48, 56, 72, 104, 132]
/** A drawing beside an exercise is scaled to its column. */
const STRETCH = 0.065

/** Whether this is a slide of the deck. */
const isFramed = (slide: HTMLElement): boolean => slide.matches('.slide-frame')

/** Words, controls, pictures, stations and signs that leave the twelve columns. Lines may. */
export function offGrid(slide: HTMLElement): string[] {
  if (!isFramed(slide))
    return []
  const { left: edge } = slide.getBoundingClientRect()
  const scale = scaleOf(slide)
  const boxes = [
    ...linesOf(slide).map(({ element, box: { left, right } }) => ({ element, left, right, slack: SLACK + sizeOf(element, slide) * BEARING })),
    ...[...slide.querySelectorAll('button, input, textarea, table, .qr-code'), ...bodiesOf(slide)].filter(isShown).map((element) => {
      const { left, right } = element.getBoundingClientRect()
      return { element, left, right, slack: SLACK }
    }),
  ]
  return boxes.filter(({ left, right, slack }) => Math.max(LEFT - (left - edge) / scale, (right - edge) / scale - RIGHT) > slack).map(({ element }) => `${nameOf(element)} leaves the columns between ${LEFT} and ${RIGHT}`)
}

/** Titles that are at neither of the two title heights; cover and stops have their own. */
export function strayTitles(slide: HTMLElement): string[] {
  const title = slide.querySelector('h1')
  if (!isFramed(slide) || slide.matches('.cover, .stop') || !title)
    return []
  const top = (title.getBoundingClientRect().top - slide.getBoundingClientRect().top) / scaleOf(slide)
  const wanted = TITLES[slide.querySelector('.kicker') ? 'below a kicker' : 'without a kicker']
  return Math.abs(top - wanted) > SLACK ? [`the title begins at ${Math.round(top)}, not at ${wanted}`] : []
}

/** The width of a stroke as it reaches the eye. */
function strokeOf(shape: SVGGraphicsElement, slide: HTMLElement): number {
  const matrix = shape.getScreenCTM()
  const scale = matrix ? Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c)) / scaleOf(slide) : 1
  return Number.parseFloat(getComputedStyle(shape).strokeWidth) * scale
}

function isOneOf(size: number, sizes: readonly number[]): boolean {
  return sizes.some(one => Math.abs(size - one) <= Math.max(0.5, one * STRETCH))
}

/** Lines of another weight than a hairline and the three; the ring of a sign or station is a sixth of it. */
export function oddWeights(slide: HTMLElement): string[] {
  if (!isFramed(slide))
    return []
  const shapes = [...slide.querySelectorAll<SVGGraphicsElement>('svg :is(path, line, rect, circle)')].filter(shape => isShown(shape) && getComputedStyle(shape).stroke !== 'none' && !shape.matches('.stripe, .line-station, .stop-sign, .round') && !isRing(shape))
  return shapes.filter(shape => !isOneOf(strokeOf(shape, slide), WEIGHTS)).map(shape => `${nameOf(shape)} of ${shape.closest('svg')?.classList.value} is ${strokeOf(shape, slide).toFixed(1)} px thick`)
}

/** Whether the stroke is a sixth of what it goes round. */
function isRing(shape: SVGGraphicsElement): boolean {
  const stroke = Number.parseFloat(getComputedStyle(shape).strokeWidth)
  return shape.matches('rect, circle') && Math.abs(shape.getBBox().width / stroke - 5) < 0.1
}

/** Stations of a size that is not on the list; those of the join slide are as large as the number of phones lets them be. */
export function oddStations(slide: HTMLElement): string[] {
  const stations = isFramed(slide) ? [...slide.querySelectorAll('.line-station:not(.arrivals *), .option-sign, .poll-steps .step')].filter(isShown) : []
  return stations.flatMap((station) => {
    const size = station instanceof SVGRectElement
      ? (station.width.baseVal.value / Number.parseFloat(getComputedStyle(station).strokeWidth) + 1) * strokeOf(station, slide)
      : station.getBoundingClientRect().width / scaleOf(slide)
    return isOneOf(size, STATIONS) ? [] : [`a station is ${size.toFixed(0)} px wide`]
  })
}

/** Purple shapes and texts that do not stand for both jobs at once. */
export function strayPurple(slide: HTMLElement): string[] {
  if (!isFramed(slide))
    return []
  const probe = slide.appendChild(document.createElement('i'))
  const purples = ['--both', '--both-text', '--both-wash'].map((token) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }).filter((colour, i, all) => !(i === 2 && colour === cardOf(probe)) && all.indexOf(colour) === i)
  probe.remove()
  return [...slide.querySelectorAll('*')].filter(element => isShown(element) && !element.closest('.both, .clash, [data-side=both]') && coloursOf(element).some(colour => purples.includes(colour))).map(element => `${nameOf(element)} is purple`)
}

function cardOf(probe: HTMLElement): string {
  probe.style.color = 'var(--card)'
  return getComputedStyle(probe).color
}

function coloursOf(element: Element): string[] {
  const { fill, stroke, color, backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(element)
  if (element instanceof SVGElement)
    return element instanceof SVGGraphicsElement ? [fill, stroke] : []
  return [color, backgroundColor, ...borderTopWidth === '0px' ? [] : [borderTopColor]]
}

/** An ordinary slide has the map along its foot: every stop, one of them by name, and the number of the slide. */
export function wrongFoot(slide: HTMLElement): string[] {
  const foot = slide.querySelector<HTMLElement>('.foot-map')
  if (!slide.matches('.has-foot') || !foot)
    return slide.matches('.has-foot') || foot ? ['the map along the foot is missing, or stands where none should'] : []
  const stops = foot.querySelectorAll('.foot-stop').length
  const at = Number(foot.dataset.at)
  const numbers = [...foot.querySelectorAll('.foot-stop text')].map(text => Number(text.textContent))
  const expected = Array.from({ length: stops }, (_, i) => i + 1).filter(stop => stop !== at)
  const here = foot.querySelector('.foot-here')?.textContent?.trim() ?? ''
  const name = foot.querySelector('.heard')?.textContent ?? ''
  const page = slide.closest('[data-slidev-no]')?.getAttribute('data-slidev-no')
  return [
    ...numbers.join() === expected.join() ? [] : [`the map along the foot shows ${numbers.join(', ')}`],
    ...here === (at > 0 && at <= stops ? `${at} ${name}` : '') ? [] : [`the map along the foot says “${here}” for ${name}`],
    ...page === undefined || foot.querySelector('.page')?.textContent === page ? [] : [`the map along the foot does not say slide ${page}`],
  ]
}
