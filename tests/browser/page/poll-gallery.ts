/** Imports in the order of a deck's page: its styles, then those of components. */
import '@unocss/reset/tailwind.css'
import '../../../styles/index.ts'
import './show-poll.ts'
