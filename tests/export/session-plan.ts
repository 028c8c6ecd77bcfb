import type { Format } from '../../exercises/exercise.ts'
import type { Manifest } from '../../live/domain/manifest.ts'
import type { Poll } from '../../live/domain/poll-rules.ts'
import type { papers } from '../../scripts/lib/settings.ts'
import type { Asking } from './any-session.ts'
import { formats } from '../../exercises/agenda.ts'
import { readManifest } from '../../scripts/build/read-slides.ts'
import { asked, crowds, movements } from './any-session.ts'
import { pairwise } from './pairwise.ts'

/** A session as the test leaves it behind and prints it. */
export interface PlannedSession {
  format: Format
  paper: keyof typeof papers
  manifest: Manifest
  askings: Asking[]
  isEnded: boolean
  dark: boolean
}

const ofKind = Map.groupBy(asked, poll => poll.kind)
const scales = ofKind.get('scale')?.filter(poll => poll.floor === undefined) ?? []
const choices = [...ofKind.keys()].flatMap(kind => crowds.flatMap(crowd => [true, false].flatMap(twice => [true, false].map(hands => ({ kind, crowd, twice, hands })))))

/**
 * Every length on every paper. The last poll of each asks its first one again; between them stand polls whose kind, crowd,
 * second round and hands meet each other, every length and every paper as far as there are places.
 */
export async function planSessions(): Promise<PlannedSession[]> {
  const manifests = await Promise.all(formats.map(format => readManifest(format)))
  const sessions = manifests.flatMap(manifest => (['a4', 'letter'] as const).map(paper => ({ format: manifest.format, paper, manifest, places: manifest.slides.flatMap(({ poll }) => poll ?? []) })))
  const rows = pairwise(sessions.flatMap(({ format, paper, places }) => places.slice(1, -1).map(() => ({ format, paper }))), choices).values()
  return sessions.map(({ places: [first, ...later], ...session }, n) => {
    const last = later.pop()
    const inner = [...rows.take(later.length)].map(({ kind, ...how }, i): Asking => ({ poll: askedAt(later[i] ?? '', next(ofKind.get(kind) ?? [])), ...how }))
    const scale = next(scales)
    const { first: before, last: after, tells } = next(movements)
    return {
      ...session,
      isEnded: n % 3 > 0,
      dark: n % 2 > 0,
      askings: [
        ...first === undefined ? [] : [{ poll: askedAt(first, scale), crowd: before, twice: false, hands: false }],
        ...inner,
        ...last === undefined ? [] : [{ poll: { ...askedAt(last, scale), compareWith: first } as Poll, crowd: after, twice: false, hands: false, tells }],
      ],
    }
  })
}

/** The first of a list, which then becomes its last. @throws RangeError when it is empty */
function next<T>(list: T[]): T {
  const one = list.shift()
  if (one === undefined)
    throw new RangeError('there is nothing to ask')
  list.push(one)
  return one
}

/** A poll in the place of one of the deck's. */
function askedAt(id: string, poll: Poll): Poll {
  return { ...poll, ...'compareWith' in poll && { compareWith: undefined }, id } as Poll
}
