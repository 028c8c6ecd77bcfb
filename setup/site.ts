import type { HtmlTagDescriptor, Plugin, PluginOption } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { colourOf } from './favicon.ts'
import { pages } from './plain-pages.ts'
import { sheets } from './site-sheets.ts'

/**
 * Plugins of the self-paced site alone: it can be installed, works offline, and has a share picture. Slidev's own `pwa`
 * option would apply to live decks too, and without icons.
 * @param origin where the site will stand, such as `https://example.org`, or an empty string if that is not known
 */
export function sitePlugins(origin: string): PluginOption[] {
  return [offline(), head(origin), pages(), sheets()]
}

function offline(): PluginOption {
  const paper = colourOf('paper')
  return VitePWA({
    injectRegister: 'script-defer',
    manifest: {
      name: 'The Fork: engineering manager or tech lead?',
      short_name: 'The Fork',
      description: 'Engineers work out whether their next step is engineering manager or tech lead.',
      lang: 'en',
      display: 'standalone',
      theme_color: paper,
      background_color: paper,
      icons: [
        { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
        { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
        { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      ],
    },
    workbox: {
      globPatterns: ['**/*.{js,css,html,woff2,svg,png}'],
      // Slide pages repeat the first page for plain file servers; offline, the first page answers for all of them.
      globIgnores: ['404.html', 'share.png', '*/index.html'],
      // A new version takes over once the last page is closed, so that nobody loses what they are writing.
      clientsClaim: true,
    },
  })
}

/** Slidev does not start where a browser blocks storage, so there it gets one that keeps nothing and says so. */
const blockedStorage = `
try { localStorage }
catch (error) {
  Object.defineProperty(window, 'localStorage', { value: { length: 0, key: () => null, getItem: () => null, removeItem() {}, setItem() { throw error } } })
}
`

/** Tags for search engines and messengers. Messengers want an absolute address for the picture; without an origin it is relative. */
function head(origin: string): Plugin {
  let base = '/'
  const meta = (property: string, content: string): HtmlTagDescriptor => ({ tag: 'meta', attrs: { property, content }, injectTo: 'head' })
  return {
    name: 'site-head',
    apply: 'build',
    configResolved(config) {
      base = config.base
    },
    transformIndexHtml: html => ({
      // Slidev quotes the description, and then quotes the quotes.
      html: html.replaceAll(/content="&quot;(.*?)&quot;"/g, 'content="$1"'),
      tags: [
        { tag: 'script', children: blockedStorage, injectTo: 'head-prepend' },
        { tag: 'link', attrs: { rel: 'apple-touch-icon', href: `${base}icon-maskable-512.png` }, injectTo: 'head' },
        { tag: 'meta', attrs: { name: 'theme-color', content: colourOf('paper') }, injectTo: 'head' },
        { tag: 'meta', attrs: { name: 'twitter:card', content: 'summary_large_image' }, injectTo: 'head' },
        meta('og:type', 'website'),
        meta('og:image', `${origin}${base}share.png`),
        meta('og:image:width', '1200'),
        meta('og:image:height', '630'),
        meta('og:image:alt', 'A line that forks in two, engineering manager and tech lead'),
        ...origin ? [meta('og:url', `${origin}${base}`)] : [],
      ],
    }),
  }
}
