import type { Component } from 'vue'
import { createApp, h } from 'vue'
import PollPaper from '../../../components/poll/PollPaper.vue'
import PollPrinted from '../../../components/poll/PollPrinted.vue'
import PollReader from '../../../components/poll/PollReader.vue'
import PollRoom from '../../../components/poll/PollRoom.vue'

/** Runs in the page: shows a poll's drawing on a slide, with whatever it is given. */

const drawings: Record<string, Component> = { room: PollRoom, printed: PollPrinted, paper: PollPaper, reader: PollReader }
const frames = import.meta.glob<{ default: Component }>('../../../components/map/*.vue', { eager: true })

declare global {
  interface Window { showPoll: (drawing: string, props: object, dark: boolean) => void }
}

let clear = (): void => {}
window.showPoll = (drawing, props, dark) => {
  clear()
  document.documentElement.className = dark ? 'dark' : 'light'
  const app = createApp({ render: () => h(frames['../../../components/map/SlideFrame.vue']?.default ?? 'main', { class: 'poll' }, () => h(drawings[drawing] ?? 'p', props)) })
  for (const [file, { default: one }] of Object.entries(frames))
    app.component(file.replace(/^.*\/|\.vue$/g, ''), one)
  Object.assign(app.config.globalProperties, { $frontmatter: { section: 'switching' }, $renderContext: 'slide' })
  app.mount('#slide')
  clear = () => app.unmount()
}
