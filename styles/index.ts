// Slidev loads this file. Styles of exercises (`work.css`), poll forms (`poll-form.css`) and reading mode (`reading/`) are
// imported by the components that need them, so that not every page loads them.
import '@fontsource/atkinson-hyperlegible-next/400.css'
import '@fontsource/atkinson-hyperlegible-next/600.css'
import '@fontsource/bricolage-grotesque/600.css'
import '@fontsource/bricolage-grotesque/700.css'
import './tokens.css'
import './type.css'
import './figures.css'
import './accessibility.css'
import './heard.css'
import './motion.css'
import './print.css'
