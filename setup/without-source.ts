import type { Plugin } from 'vite'

/** Slidev puts every slide's frontmatter into the first view a second time, as it was written, for its editor. Nobody edits a build. */
export function withoutSource(): Plugin {
  return {
    name: 'without-source',
    apply: 'build',
    transform: (code, id) => /__slidev_\d+\.frontmatter$/.test(id) ? { code: withoutRaw(code), map: null } : undefined,
  }
}

/** The module of a slide's frontmatter without the text of its source. */
export function withoutRaw(code: string): string {
  return code.replace(/"frontmatterRaw":"(?:[^"\\]|\\.)*",?/, '')
}
