import type { Plugin } from 'vite'

/** Removes the source text of each slide's frontmatter, which Slidev ships for its editor: no build has an editor. */
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
