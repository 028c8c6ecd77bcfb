import type { Action, Focus, WindowKind } from './shortcuts.ts'
import { pressName, shortcutFor } from './shortcuts.ts'
import { slidevLayers } from './slidev.ts'

/** Layers over the slide by selector; the first one that is there wins, whatever has the focus. */
const layers: readonly [Focus, string][] = [
  ['dialog', `dialog[open], [role="dialog"], [role="menu"], ${slidevLayers.menu}`],
  ['goto', slidevLayers.goto],
  ['overview', slidevLayers.overview],
]
/** Kinds of focused element by selector; the first that fits wins. */
const holders: readonly [Focus, string][] = [
  ['button', 'button, a[href], summary, input:is([type="button"], [type="submit"], [type="reset"])'],
  ['box', 'input[type="checkbox"]'],
  ['field', 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'],
  ['media', 'video, audio, iframe, object, embed'],
]
/** Controls that give up the focus after a click, so that the next key is a shortcut again. */
const pressable = 'button, a[href], summary, input:is([type="checkbox"], [type="range"])'

const steps: readonly Action[] = ['next', 'prev', 'nextSlide', 'prevSlide']

/** Runs an action. Returning `false` leaves the key to the browser. */
type Run = (press: string) => unknown

const actions = new Map<Action, Run>()

/**
 * Sets what these actions do; the last caller that provides an action wins.
 * @returns a function that takes them away again
 */
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

/** Closes the layer over the slide, and takes the focus off its element. */
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
