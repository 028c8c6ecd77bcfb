import { createApp } from 'vue'
import PhonePage from './PhonePage.vue'
import '../styles/tokens.css'
import './phone.css'

/** The tokens know light and dark by a class: the deck lets people choose, a phone has chosen already. */
const prefersDark = matchMedia('(prefers-color-scheme: dark)')
function applyScheme(): void {
  document.documentElement.className = prefersDark.matches ? 'dark' : 'light'
}

prefersDark.onchange = applyScheme
applyScheme()
createApp(PhonePage).mount('#phone')
