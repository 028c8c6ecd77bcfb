import type { Component, VNode } from 'vue'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'

const components = import.meta.glob<{ default: Component }>(['../../components/{map,figures}/*.vue', '../../components/SlideHelp.vue'], { eager: true })
const layouts = import.meta.glob<{ default: Component }>('../../layouts/*.vue', { eager: true })

/** What Slidev gives to every template of a slide. */
export interface Slide { frontmatter?: object, context?: 'slide' | 'presenter' | 'previewNext' | 'overview' }

/** The HTML of a component as Slidev would show it, every click done. */
export async function render(component: Component, props: object = {}, { frontmatter = {}, context = 'slide' }: Slide = {}, slots: Record<string, () => VNode> = {}): Promise<string> {
  const app = createSSRApp({ render: () => h(component, props, slots) })
  for (const [file, { default: one }] of Object.entries(components))
    app.component(nameOf(file), one)
  for (const name of ['LivePoll', 'JoinPanel'])
    app.component(name, { props: ['poll'], render: () => h('div', { class: name }) })
  app.directive('click', {})
  Object.assign(app.config.globalProperties, { $frontmatter: frontmatter, $renderContext: context, $page: 12, $nav: {}, $clicks: 99 })
  return (await renderToString(app)).replace(/<!--.*?-->/g, '')
}

/** A layout by its name in frontmatter, with a title and a line in its slot. */
export function renderLayout(name: string, frontmatter: object = {}, slide: Slide = {}): Promise<string> {
  const layout = layouts[`../../layouts/${name}.vue`]
  if (!layout)
    throw new Error(`no layout ${name}`)
  return render(layout.default, { ...frontmatter, frontmatter }, { frontmatter, ...slide }, { default: () => h('div', [h('h1', 'A title'), h('p', 'A line.')]) })
}

export const layoutNames = Object.keys(layouts).map(nameOf)

/** A component by its name on a slide. */
export function drawing(name: string): Component {
  const found = Object.entries(components).find(([file]) => nameOf(file) === name)
  if (!found)
    throw new Error(`no component ${name}`)
  return found[1].default
}

function nameOf(file: string): string {
  return file.replace(/^.*\/|\.vue$/g, '')
}
