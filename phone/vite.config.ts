import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vite'
import { colourOf } from '../setup/favicon.ts'
import { buildTargets, oldestBrowsers } from '../setup/oldest-browsers.ts'
import { thirdPartyNotices } from '../setup/third-party-notices.ts'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  publicDir: false,
  plugins: [vue(), thirdPartyNotices(), { name: 'sign', transformIndexHtml: html => html.replace('%SIGN%', encodeURIComponent(colourOf('both'))) }],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false,
  },
  build: {
    outDir: '../dist/phone',
    target: buildTargets(oldestBrowsers.phone),
    // No preload list in the first script: parts are fetched when the phone is idle anyway.
    modulePreload: false,
    // Modules of the rules have no side effects, so unused ones are left out of the first script.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /[/\\]live[/\\]domain[/\\]/, sideEffects: false }] } },
  },
})
