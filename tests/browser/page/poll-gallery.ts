/** The order of a deck's page: its styles, then what its components bring. */
import '@unocss/reset/tailwind.css'
import '../../../styles/index.ts'
import './show-poll.ts'
