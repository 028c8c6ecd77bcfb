/** What Slidev puts within reach of every template, as far as this kit uses it. */
declare module 'vue' {
  interface ComponentCustomProperties {
    /** Of the slide the component stands on. */
    $frontmatter: Record<string, unknown>
    /** Number of that slide, from 1. */
    $page: number
    $renderContext: 'none' | 'slide' | 'overview' | 'presenter' | 'previewNext'
    /** Clicks done on that slide. */
    $clicks: number
    $nav: { readonly isPrintMode: boolean, readonly currentPage: number }
  }
}

export {}
