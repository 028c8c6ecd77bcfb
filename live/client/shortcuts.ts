/** What a window of the deck is: the presenter view, a deck window of the presenter's browser or of another one, or a reader's. */
export const windowKinds = ['presenter', 'projector', 'elsewhere', 'reader'] as const
export type WindowKind = typeof windowKinds[number]

/**
 * What a key meets: something that lies over the slide (`dialog`, `goto`, `overview`), else what has the focus.
 * `box`: a checkbox. `field`: whatever takes text or arrows. `media`: video, audio, a frame. `slide`: nothing of these.
 */
export const focuses = ['slide', 'button', 'box', 'field', 'media', 'goto', 'overview', 'dialog'] as const
export type Focus = typeof focuses[number]

export type Action
  = | 'next' | 'prev' | 'nextSlide' | 'prevSlide' | 'black'
    | 'open' | 'close' | 'reveal' | 'countdown' | 'reset' | 'hands' | 'clock' | 'join' | 'address'
    | 'goto' | 'overview' | 'overviewNext' | 'overviewPrev' | 'overviewDown' | 'overviewUp' | 'overviewGo'
    | 'dark' | 'fullscreen' | 'keys' | 'leave'

/** One rule: these keys do this in these windows, over these things. A key without a rule does nothing of ours. */
export interface Shortcut {
  /** Names as `pressName` gives them. */
  keys: readonly string[]
  action: Action
  windows: readonly WindowKind[]
  over: readonly Focus[]
}

const live: readonly WindowKind[] = ['presenter', 'projector', 'elsewhere']
const driving: readonly WindowKind[] = ['presenter', 'projector']
const withTools: readonly WindowKind[] = ['presenter', 'reader']
const letters: readonly Focus[] = ['slide', 'button', 'box']
const notInDialogs: readonly Focus[] = ['slide', 'button', 'box', 'field', 'media']

/** Every shortcut of the deck, Slidev's and ours. At most one rule fits a key in a window over what it meets. */
export const shortcuts: readonly Shortcut[] = [
  // A clicker has these two, and works wherever the focus is: they close what is open first.
  { keys: ['PageDown'], action: 'next', windows: live, over: focuses },
  { keys: ['PageUp'], action: 'prev', windows: live, over: focuses },
  { keys: ['PageDown'], action: 'next', windows: ['reader'], over: notInDialogs },
  { keys: ['PageUp'], action: 'prev', windows: ['reader'], over: notInDialogs },
  { keys: ['ArrowRight'], action: 'next', windows: windowKinds, over: letters },
  { keys: ['ArrowLeft'], action: 'prev', windows: windowKinds, over: letters },
  // Not over checkboxes, where Up and Down move the focus. Slidev's own Down would jump over a poll's result.
  { keys: ['ArrowDown'], action: 'next', windows: windowKinds, over: ['slide', 'button'] },
  { keys: ['ArrowUp'], action: 'prev', windows: windowKinds, over: ['slide', 'button'] },
  { keys: ['Space'], action: 'next', windows: windowKinds, over: ['slide'] },
  { keys: ['Shift+Space'], action: 'prev', windows: windowKinds, over: ['slide'] },
  { keys: ['Shift+ArrowRight'], action: 'nextSlide', windows: windowKinds, over: letters },
  { keys: ['Shift+ArrowLeft'], action: 'prevSlide', windows: windowKinds, over: letters },
  { keys: ['b', '.'], action: 'black', windows: driving, over: letters },

  // These open no tool of the presenter's, so they work in the projector's window too.
  { keys: ['s'], action: 'open', windows: driving, over: letters },
  { keys: ['c'], action: 'close', windows: driving, over: letters },
  { keys: ['r'], action: 'reveal', windows: driving, over: letters },
  { keys: ['t'], action: 'countdown', windows: driving, over: letters },
  { keys: ['p'], action: 'clock', windows: driving, over: letters },
  { keys: ['j'], action: 'join', windows: driving, over: letters },
  { keys: ['n'], action: 'address', windows: driving, over: letters },

  { keys: ['x'], action: 'reset', windows: ['presenter'], over: letters },
  { keys: ['h'], action: 'hands', windows: ['presenter'], over: letters },
  { keys: ['g'], action: 'goto', windows: withTools, over: letters },
  { keys: ['o', '`'], action: 'overview', windows: withTools, over: [...letters, 'overview'] },
  { keys: ['ArrowRight'], action: 'overviewNext', windows: withTools, over: ['overview'] },
  { keys: ['ArrowLeft'], action: 'overviewPrev', windows: withTools, over: ['overview'] },
  { keys: ['ArrowDown'], action: 'overviewDown', windows: withTools, over: ['overview'] },
  { keys: ['ArrowUp'], action: 'overviewUp', windows: withTools, over: ['overview'] },
  // Slidev does this one itself: digits before it name the slide.
  { keys: ['Enter'], action: 'overviewGo', windows: withTools, over: ['overview'] },
  { keys: ['?'], action: 'keys', windows: ['presenter'], over: letters },
  { keys: ['Escape'], action: 'leave', windows: withTools, over: ['slide', 'button', 'box', 'field', 'goto', 'overview'] },

  { keys: ['d'], action: 'dark', windows: windowKinds, over: letters },
  { keys: ['f'], action: 'fullscreen', windows: windowKinds, over: letters },
]

/** What each action does, for people, in the order of the presenter's list of keys. */
export const actionTexts: readonly (readonly [Action, string])[] = [
  ['next', 'next step'],
  ['prev', 'one step back'],
  ['black', 'projector black, and back'],
  ['open', 'open the poll'],
  ['close', 'close it'],
  ['reveal', 'reveal the result'],
  ['countdown', 'a minute’s countdown on the open poll, and away'],
  ['reset', 'reset: twice asks again in a new round'],
  ['hands', 'count hands, or check the answers: there H hides one, U and U put one under another'],
  ['clock', 'the clock: start, pause, go on'],
  ['join', 'address and code over the slide'],
  ['address', 'next address of this laptop'],
  ['goto', 'go to a slide'],
  ['overview', 'all slides'],
  ['nextSlide', 'next slide, past its steps'],
  ['prevSlide', 'slide before'],
  ['dark', 'light or dark'],
  ['fullscreen', 'full screen'],
  ['keys', 'this list'],
  ['leave', 'close what is open, leave a field'],
  ['overviewNext', 'in all slides: one on'],
  ['overviewPrev', 'in all slides: one back'],
  ['overviewDown', 'in all slides: a row down'],
  ['overviewUp', 'in all slides: a row up'],
  ['overviewGo', 'in all slides: go there'],
]

/** The keys of an action, as they are called on a keyboard. */
export function keysOf(action: Action): string[] {
  return [...new Set(shortcuts.filter(one => one.action === action).flatMap(one => one.keys.map(labelOf)))]
}

function labelOf(key: string): string {
  const arrows: Record<string, string> = { ArrowRight: '→', ArrowLeft: '←', ArrowDown: '↓', ArrowUp: '↑' }
  return key.split('+').map(part => arrows[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}

/** The rule for a press; undefined when it is none of ours. */
export function shortcutFor(press: string, window: WindowKind, focus: Focus): Shortcut | undefined {
  return shortcuts.find(one => one.keys.includes(press) && one.windows.includes(window) && one.over.includes(focus))
}

/** As far as a keyboard event tells which key it was. */
export type Press = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/**
 * A key by one name on every keyboard: `PageDown`, `Shift+Space`, `s`, `?`. Where letters are not Latin, by its place.
 * Null for shortcuts of the browser and for what is being composed.
 */
export function pressName({ key, code, shiftKey, ctrlKey, metaKey, altKey, isComposing }: Press): string | null {
  if (ctrlKey || metaKey || altKey || isComposing)
    return null
  if (key === ' ')
    return shiftKey ? 'Shift+Space' : 'Space'
  if (Array.from(key).length > 1)
    return shiftKey ? `Shift+${key}` : key
  if (key <= '\u007F')
    return key.toLowerCase()
  return code.startsWith('Key') ? code.slice(3).toLowerCase() : key
}
