import process from 'node:process'
import { definePreparserSetup } from '@slidev/types'
import { applySlideRules } from './slide-rules.ts'

const { FORK_FORMAT: format, FORK_NOTES: notes, VITE_AUDIENCE: audience = 'reader' } = process.env

/**
 * Slidev reads every slide through this. `FORK_FORMAT` (30, 45, 60, 90) chooses the length; without it every slide is there.
 * What is built for anybody but the presenter holds no notes, whoever starts the build, unless `FORK_NOTES=1` asks for them.
 */
export default definePreparserSetup(({ mode }) => {
  const isPublic = mode === 'build' && audience !== 'presenter' && notes !== '1'
  return [{
    name: 'the-fork',
    async transformSlide(content, frontmatter) {
      applySlideRules(content, frontmatter, format ? Number(format) : undefined)
      if (audience === 'reader' && mode === 'build' && frontmatter.poll !== undefined)
        frontmatter.clicks = 0 // somebody alone has nothing to close and reveal
      if (audience !== 'reader' && mode === 'build')
        delete frontmatter.reader // a room has the speaker
      return isPublic ? content.replaceAll(/<!--[\s\S]*?-->/g, '') : undefined
    },
    async transformNote() {
      return isPublic ? '' : undefined
    },
  }]
})
