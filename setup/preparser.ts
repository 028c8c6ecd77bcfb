import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { applySlideRules } from './slide-rules.ts'

/** Slidev reads every slide through this. `FORMAT` (45, 60, 90) chooses the length; without it every slide is there. */
export default definePreparserSetup(() => [{
  name: 'the-fork',
  async transformSlide(content, frontmatter) {
    applySlideRules(content, frontmatter, process.env.FORMAT ? Number(process.env.FORMAT) : undefined)
    if (process.env.VITE_AUDIENCE === 'reader' && frontmatter.poll !== undefined)
      frontmatter.clicks = 0 // somebody alone has nothing to close and reveal
    return undefined
  },
}])
