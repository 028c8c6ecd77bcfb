/**
 * The simulation behind the band of the energy audit. Run it with `node scripts/check/simulate-audit.ts`.
 *
 * Model: each answerer has a true liking for people work and one for systems work, independent standard
 * normals. An answer is a latent mix of that liking and noise, rounded to the nearest step and held between
 * −2 and +2. `loading` and `spread` are set so that the simulated answers have Cronbach's alpha .79 per axis
 * and a standard error of about 2.4 points. Everybody answers twice, with the same liking and fresh noise.
 * The true side is the axis with the higher liking. Seeded: two runs print the same.
 *
 * Then every answerer's result is put together as the phone does it, and its sentences are checked for pairs that
 * contradict each other. For that, half of the answerers have never managed and tick each people item as never done
 * with the chance `neverChance`, and both checks get an answer by chance. If a pair is found, the script fails.
 */
import type { Answers } from '../../exercises/energy-audit/scoring.ts'
import type { Rating } from '../../exercises/rating.ts'
import process from 'node:process'
import { contradictionsIn } from '../../exercises/energy-audit/contradictions.ts'
import { axisItems, checkItem, scale } from '../../exercises/energy-audit/items.ts'
import { baseBand, scoreAudit, widestBand } from '../../exercises/energy-audit/scoring.ts'
import { sentencesFor } from '../../exercises/energy-audit/sentences.ts'
import { strongestLines } from '../../exercises/energy-audit/strongest.ts'

const answerers = 300_000
const seed = 20_261_122
const items = axisItems.people.length
/** Correlation of a latent answer with the liking behind it. */
const loading = 0.616
/** Standard deviation of a latent answer, in steps of the scale. */
const spread = 1.18
/** How much nicer one axis's items may be worded, in steps of the scale. */
const nicer = 0.3

/** How likely somebody who never managed ticks a people item as never done. */
const neverChance = 0.4

interface Axis { score: number, answers: number[] }

interface Answerer { truth: number, first: number, retake: number, answers: Answers }

const random = generator(seed)
/** Ticks and checks have their own chance, so that they move none of the figures above them. */
const extra = generator(seed + 1)

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

/** What the phone would hold: ratings, ticks and checks. */
function formOf(people: readonly number[], systems: readonly number[]): Answers {
  const neverManaged = extra() < 0.5
  const rated = (points: number): Rating => scale.find(({ rating }) => rating === points)?.rating ?? 0
  const check = (): Rating => scale[Math.floor(extra() * scale.length)]?.rating ?? 0
  return {
    ...Object.fromEntries(axisItems.people.map((id, i) => [id, { rating: rated(people[i] ?? 0), never: neverManaged && extra() < neverChance }])),
    ...Object.fromEntries(axisItems.systems.map((id, i) => [id, { rating: rated(systems[i] ?? 0) }])),
    [checkItem.people]: { rating: check() },
    [checkItem.systems]: { rating: check() },
  }
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
    answers: formOf(first.answers, second.answers),
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

const pairs = new Map<string, number>()
const known = new Map<string, string[]>()
const results = people.map(({ answers }) => {
  const reading = scoreAudit(answers)
  const shown = sentencesFor(reading)
  const ids = shown.map(({ id }) => id).join()
  const clashes = known.get(ids) ?? contradictionsIn(shown)
  known.set(ids, clashes)
  for (const clash of clashes)
    pairs.set(clash, (pairs.get(clash) ?? 0) + 1)
  return { reading, strong: strongestLines(answers).some(({ items }) => items.length > 0) }
})
const part = (holds: (one: typeof results[number]) => boolean): string => `${(100 * results.filter(holds).length / results.length).toFixed(1)} %`

print(`\nresults put together as on the phone, half of the answerers never having managed: ${results.length}, in ${known.size} different sets of sentences`)
print(`too close to call ${part(({ reading }) => reading.lean === 'too-close')}, of all also mixed on both sides ${part(({ reading }) => reading.lean === 'too-close' && reading.levels.people === 'mixed' && reading.levels.systems === 'mixed')}`)
print(`no reading because of twelve or more identical answers ${part(({ reading }) => reading.lean === 'none')}`)
print(`with at least one line rated +2 or −2 ${part(({ strong }) => strong)}`)
print(`contradictory pairs of sentences: ${pairs.size === 0 ? 'none' : [...pairs].map(([pair, times]) => `${pair} (${times})`).join('; ')}`)
process.exitCode = pairs.size === 0 ? 0 : 1
