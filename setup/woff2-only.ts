import type { Plugin } from 'vite'

/** Leaves out the older format of each bundled font: every browser that the README names reads WOFF2. */
export function woff2Only(): Plugin {
  return {
    name: 'woff2-only',
    enforce: 'pre',
    transform: {
      filter: { id: /@fontsource\/.*\.css$/ },
      handler: css => css.replaceAll(/,\s*url\([^)]+\.woff\) format\('woff'\)/g, ''),
    },
  }
}
