import type { LiveState } from '../../live/domain/state.ts'
import { expect, it } from 'vitest'
import { shallowRef } from 'vue'
import { sharedChoice } from '../../live/client/choices.ts'

type Side = Readonly<{ side: string }>

/** A window with a choice; `says` is what the session tells it next. */
function openChoice({ drives = true, refused = false } = {}): { choice: ReturnType<typeof sharedChoice<Side>>, says: (side: string) => void, sent: Side[] } {
  const state = shallowRef<LiveState | null>(null)
  const sent: Side[] = []
  const says = (side?: string): void => {
    // Only what a choice reads.
    state.value = { choices: side === undefined ? {} : { fork: { side } }, ...drives && { presenter: {} } } as unknown as LiveState
  }
  says()
  const choice = sharedChoice<Side>({ state }, 'fork', { side: 'none' }, async (next) => {
    sent.push(next)
    return refused ? null : {}
  })
  return { choice, says, sent }
}

it('a choice in a window that drives shows at once, is sent, and gives way to the session\'s next state', async () => {
  const { choice, says, sent } = openChoice()
  expect(choice.value).toEqual({ side: 'none' })
  choice.choose({ side: 'people' })
  expect(choice.value).toEqual({ side: 'people' })
  says('people')
  says('systems')
  expect(choice.value).toEqual({ side: 'systems' })
  expect(sent).toEqual([{ side: 'people' }])
})

it('a choice that the server refused is taken back', async () => {
  const { choice, says } = openChoice({ refused: true })
  says('systems')
  choice.choose({ side: 'people' })
  await expect.poll(() => choice.value).toEqual({ side: 'systems' })
})

it('a choice in a window that drives nobody stays there until the presenter chooses, and does not come back', () => {
  const { choice, says, sent } = openChoice({ drives: false })
  says('systems')
  choice.choose({ side: 'people' })
  expect(choice.value).toEqual({ side: 'people' })
  says('both')
  expect(choice.value).toEqual({ side: 'both' })
  says('systems')
  expect(choice.value).toEqual({ side: 'systems' })
  expect(sent).toEqual([])
})

it('a reader without a session chooses alone', () => {
  const choice = sharedChoice<Side>(null, 'fork', { side: 'none' })
  choice.choose({ side: 'people' })
  expect(choice.value).toEqual({ side: 'people' })
})
