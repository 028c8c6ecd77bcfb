import type { Component } from 'vue'
import type { PrintedResult } from '../../../live/client/printed-result.ts'
import type { Poll } from '../../../live/domain/poll-rules.ts'
import { createApp, h } from 'vue'
import PollPaper from '../../../components/poll/PollPaper.vue'
import PollPrinted from '../../../components/poll/PollPrinted.vue'
import PollReader from '../../../components/poll/PollReader.vue'
import PollRoom from '../../../components/poll/PollRoom.vue'
import { fitPoll } from '../../../live/domain/poll-fit.ts'

/** Runs in the page: shows a poll's component on a slide, with the given props. */

const drawings: Record<string, Component> = { room: PollRoom, printed: PollPrinted, paper: PollPaper, reader: PollReader }
const frames = import.meta.glob<{ default: Component }>('../../../components/map/*.vue', { eager: true })

type PollProps = Record<string, unknown> & { poll?: Poll, printed?: PrintedResult }

declare global {
  interface Window { showPoll: (drawing: string, props: PollProps, dark: boolean) => void }
}

let clear = (): void => {}
window.showPoll = (drawing, props, dark) => {
  clear()
  const poll = props.poll ?? props.printed?.poll
  const foot = poll ? fitPoll(poll, props.hasLine === true)?.foot ?? false : true
  document.documentElement.className = dark ? 'dark' : 'light'
  const app = createApp({ render: () => h(frames['../../../components/map/SlideFrame.vue']?.default ?? 'main', { shape: 'poll', foot }, () => h(drawings[drawing] ?? 'p', props)) })
  for (const [file, { default: one }] of Object.entries(frames))
    app.component(file.replace(/^.*\/|\.vue$/g, ''), one)
  Object.assign(app.config.globalProperties, { $frontmatter: { section: 'switching' }, $renderContext: 'slide' })
  app.mount('#slide')
  clear = () => app.unmount()
}
