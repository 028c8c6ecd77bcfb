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
    // Parts are fetched ahead when the phone is idle: a list of what each needs would only weigh on the first load.
    modulePreload: false,
    // The rules only define: what a phone does not use of them is left out of its first load.
    rolldownOptions: { treeshake: { moduleSideEffects: [{ test: /[/\\]live[/\\]domain[/\\]/, sideEffects: false }] } },
  },
})
