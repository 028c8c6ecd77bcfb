import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { applySlideRules } from './slide-rules.ts'

/** Slidev reads every slide through this. `FORK_FORMAT` (45, 60, 90) chooses the length; without it every slide is there. */
export default definePreparserSetup(() => [{
  name: 'the-fork',
  async transformSlide(content, frontmatter) {
    applySlideRules(content, frontmatter, process.env.FORK_FORMAT ? Number(process.env.FORK_FORMAT) : undefined)
    if (process.env.VITE_AUDIENCE === 'reader' && frontmatter.poll !== undefined)
      frontmatter.clicks = 0 // somebody alone has nothing to close and reveal
    return undefined
  },
}])
