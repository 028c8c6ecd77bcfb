import type { Action, Focus, WindowKind } from './shortcuts.ts'
import { pressName, shortcutFor } from './shortcuts.ts'
import { slidevLayers } from './slidev.ts'

/** What lies over the slide, whatever has the focus: the first that is there. */
const layers: readonly [Focus, string][] = [
  ['dialog', `dialog[open], [role="dialog"], [role="menu"], ${slidevLayers.menu}`],
  ['goto', slidevLayers.goto],
  ['overview', slidevLayers.overview],
]
/** What has the focus, the first that fits. */
const holders: readonly [Focus, string][] = [
  ['button', 'button, a[href], summary, input:is([type="button"], [type="submit"], [type="reset"])'],
  ['box', 'input[type="checkbox"]'],
  ['field', 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'],
  ['media', 'video, audio, iframe, object, embed'],
]
/** What keeps the focus after a press with the pointer, though nothing is written there. */
const pressable = 'button, a[href], summary, input:is([type="checkbox"], [type="range"])'

const steps: readonly Action[] = ['next', 'prev', 'nextSlide', 'prevSlide']

/** Does what a key is for. `false` leaves the key to the browser. */
type Run = (press: string) => unknown

const actions = new Map<Action, Run>()

/** What keys do while this is provided; the last provider of an action has it. Gives back what takes them away. */
export function provideActions(provided: Partial<Record<Action, Run>>): () => void {
  const entries = Object.entries(provided) as [Action, Run][]
  entries.forEach(([action, run]) => actions.set(action, run))
  return () => entries.forEach(([action, run]) => actions.get(action) === run && actions.delete(action))
}

/**
 * Reads every key of this window by the table of shortcuts. Call once.
 * A key held down acts once, so that it cannot run through a poll.
 */
export function listenToKeys(windowKind: () => WindowKind): void {
  addEventListener('click', event => event.detail > 0 && giveUpFocus(pressable), true)
  addEventListener('pointerup', () => giveUpFocus(pressable), true)
  let held: string | null = null
  addEventListener('keyup', () => held = null)
  addEventListener('keydown', (event) => {
    const press = event.defaultPrevented ? null : pressName(event)
    if (press === null)
      return
    if (event.repeat && press === held)
      return event.preventDefault()
    const focus = focusNow()
    const shortcut = shortcutFor(press, windowKind(), focus)
    const run = shortcut && actions.get(shortcut.action)
    if (!shortcut || event.repeat || !(run || shortcut.action === 'leave'))
      return
    if (shortcut.action === 'leave' || steps.includes(shortcut.action))
      leave(focus)
    if (run?.(press) === false)
      return
    held = press
    event.preventDefault()
  })
}

/** What a key meets now. */
function focusNow(): Focus {
  const layer = layers.find(([, selector]) => document.querySelector(selector))
  const { activeElement } = document
  return layer?.[0] ?? holders.find(([, selector]) => activeElement?.matches(selector))?.[0] ?? 'slide'
}

/** Closes what lies over the slide, and gives up the focus. */
function leave(focus: Focus): void {
  document.querySelectorAll<HTMLDialogElement>('dialog[open]').forEach(dialog => dialog.close())
  if (focus === 'overview')
    actions.get('overview')?.('')
  giveUpFocus('*')
}

function giveUpFocus(what: string): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement !== document.body && activeElement.matches(what) && !activeElement.closest('dialog'))
    activeElement.blur()
}
