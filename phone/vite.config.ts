import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'

/** Moves the style sheet into the page: one request fewer before anything shows. */
function inlineStyles(): Plugin {
  return {
    name: 'inline-styles',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle['index.html']
      if (page?.type !== 'asset')
        return
      page.source = String(page.source).replace(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)">/g, (link, name: string) => {
        const sheet = bundle[name]
        if (sheet?.type !== 'asset')
          return link
        delete bundle[name]
        return `<style>${String(sheet.source).trim()}</style>`
      })
    },
  }
}

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [vue(), inlineStyles()],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
  build: {
    outDir: '../dist/phone',
    target: ['es2020', 'safari14', 'chrome87', 'firefox90'],
    modulePreload: { polyfill: false },
  },
})
