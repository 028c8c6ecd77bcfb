import type { Actions } from './phone.ts'
import { createPageView } from './page-view.ts'
import { startPhone } from './phone.ts'

/** `styles/tokens.css` knows light and dark by a class. On phones it follows the system's setting. */
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
const printing = matchMedia('print')
/** Paper is light, whatever the screen shows. */
function applyScheme(): void {
  document.documentElement.className = prefersDark.matches && !printing.matches ? 'dark' : 'light'
}
for (const change of [prefersDark, printing])
  change.addEventListener('change', applyScheme)
applyScheme()

const root = document.querySelector<HTMLElement>('#phone')
if (root) {
  const actions: Actions = startPhone(createPageView(root, () => actions))
}
