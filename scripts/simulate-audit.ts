/**
 * The simulation behind the band of the energy audit. Run it with `node scripts/simulate-audit.ts`.
 *
 * Model: each answerer has a true liking for people work and one for systems work, independent standard
 * normals. An answer is a latent mix of that liking and noise, rounded to the nearest step and held between
 * −2 and +2. `loading` and `spread` are set so that the simulated answers have Cronbach's alpha .79 per axis
 * and a standard error of about 2.4 points. Everybody answers twice, with the same liking and fresh noise.
 * The true side is the axis with the higher liking. Seeded: two runs print the same.
 */
import process from 'node:process'
import { axisItems } from '../exercises/energy-audit/items.ts'
import { baseBand, widestBand } from '../exercises/energy-audit/scoring.ts'

const answerers = 300_000
const seed = 20_261_122
const items = axisItems.people.length
/** Correlation of a latent answer with the liking behind it. */
const loading = 0.616
/** Standard deviation of a latent answer, in steps of the scale. */
const spread = 1.18
/** How much nicer one axis's items may be worded, in steps of the scale. */
const nicer = 0.3

interface Axis { score: number, answers: number[] }

interface Answerer { truth: number, first: number, retake: number }

const random = generator(seed)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** mulberry32: uniform numbers in [0, 1) from a 32-bit seed. */
function generator(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A standard normal number (Box and Muller). */
function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

function answerAxis(liking: number): Axis {
  const answers = Array.from({ length: items }, () => {
    const latent = spread * (loading * liking + Math.sqrt(1 - loading ** 2) * normal())
    return Math.max(-2, Math.min(2, Math.round(latent)))
  })
  return { answers, score: answers.reduce((sum, answer) => sum + answer, 0) }
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function variance(numbers: readonly number[]): number {
  const centre = mean(numbers)
  return mean(numbers.map(number => (number - centre) ** 2))
}

/** Cronbach's alpha of one axis. */
function alphaOf(axes: readonly Axis[]): number {
  const perItem = Array.from({ length: items }, (_, i) => variance(axes.map(axis => axis.answers[i] ?? 0)))
  const total = variance(axes.map(axis => axis.score))
  return (items / (items - 1)) * (1 - perItem.reduce((sum, one) => sum + one, 0) / total)
}

function share(of: readonly Answerer[], holds: (one: Answerer) => boolean): string {
  return `${(100 * of.filter(holds).length / of.length).toFixed(1)} %`
}

const axes: Axis[] = []
const people: Answerer[] = Array.from({ length: answerers }, () => {
  const likesPeople = normal()
  const likesSystems = normal()
  const [first, second] = [answerAxis(likesPeople), answerAxis(likesSystems)]
  axes.push(first)
  return {
    truth: likesPeople - likesSystems,
    first: first.score - second.score,
    retake: answerAxis(likesPeople).score - answerAxis(likesSystems).score,
  }
})

const alpha = alphaOf(axes)
const axisDeviation = Math.sqrt(variance(axes.map(axis => axis.score)))
const axisError = axisDeviation * Math.sqrt(1 - alpha)

print(`answerers ${answerers}, items an axis ${items}, seed ${seed}, loading ${loading}, spread ${spread}`)
print(`alpha ${alpha.toFixed(3)}; an axis has standard deviation ${axisDeviation.toFixed(2)}, standard error ${axisError.toFixed(2)}`)
print(`the difference has standard deviation ${Math.sqrt(variance(people.map(one => one.first))).toFixed(2)}, standard error ${(axisError * Math.SQRT2).toFixed(2)}`)
print(`items worded nicer by ${nicer} of a step shift an axis by ${(items * nicer).toFixed(1)} points\n`)

print('| band | too close to call | calls on the wrong side | calls that turn to the other side on a retake | calls that become the opposite call |')
print('|---|---|---|---|---|')
for (const band of [0, ...Array.from({ length: widestBand - baseBand + 1 }, (_, i) => baseBand + i)]) {
  const called = people.filter(one => Math.abs(one.first) > band)
  print(`| ${[
    band,
    share(people, one => Math.abs(one.first) <= band),
    share(called, one => one.first * one.truth < 0),
    share(called, one => one.first * one.retake < 0),
    share(called, one => one.first * one.retake < 0 && Math.abs(one.retake) > band),
  ].join(' | ')} |`)
}

const shift = Math.round(items * nicer)
const called = people.filter(one => Math.abs(one.first + shift) > baseBand)
print(`\nwith the people items nicer by ${nicer} of a step and a band of ${baseBand}: ${share(people, one => one.first + shift > baseBand)} lean to people, ${share(people, one => one.first + shift < -baseBand)} to systems; calls on the wrong side ${share(called, one => (one.first + shift) * one.truth < 0)}`)
