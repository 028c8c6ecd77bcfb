import type { Actions } from './phone.ts'
import { startPhone } from './phone.ts'
import { createView } from './view.ts'

/** The tokens know light and dark by a class: the deck lets people choose, a phone has chosen already. */
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
function applyScheme(): void {
  document.documentElement.className = prefersDark.matches ? 'dark' : 'light'
}
prefersDark.addEventListener('change', applyScheme)
applyScheme()

const root = document.querySelector<HTMLElement>('#phone')
if (root) {
  const actions: Actions = startPhone(createView(root, () => actions))
}
