/** Keys that a clicker sends: they reach the deck wherever the focus is. */
const clicker = ['PageDown', 'PageUp']
const sideways = ['ArrowRight', 'ArrowLeft']
/** They also walk through a list of boxes. */
const upAndDown = ['ArrowDown', 'ArrowUp']
const pressable = 'button, a[href], summary, input[type="checkbox"]'

/**
 * Slidev ignores its keys while a button, a link or a field has the focus. This gives the focus up where that
 * would leave a presenter with a dead clicker: after a press with the pointer, and before a key that moves the deck.
 */
export function keepKeysOnDeck(): void {
  addEventListener('click', event => event.detail > 0 && leave(pressable), true)
  addEventListener('pointerup', () => leave(pressable), true)
  addEventListener('keydown', (event) => {
    if (clicker.includes(event.key))
      leave('*')
    else if (sideways.includes(event.key))
      leave(pressable)
    else if (upAndDown.includes(event.key))
      leave('button, a[href]')
  }, true)
}

function leave(what: string): void {
  const { activeElement } = document
  if (activeElement instanceof HTMLElement && activeElement !== document.body && activeElement.matches(what) && !activeElement.closest('dialog'))
    activeElement.blur()
}

/** Calls the action of a plain key, unless somebody is typing. Gives back what stops it. */
export function onKeys(actions: Record<string, () => void>): () => void {
  function press(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLElement && event.target.matches('input:not([type="checkbox"]), textarea, select')
    const action = actions[event.key.toLowerCase()]
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.repeat || typing)
      return
    event.preventDefault()
    action()
  }
  addEventListener('keydown', press)
  return () => removeEventListener('keydown', press)
}
