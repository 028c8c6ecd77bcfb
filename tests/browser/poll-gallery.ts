import type { BrowserContext, Page } from 'playwright-core'
import type { Answer } from '../../live/domain/check-answer.ts'
import type { Poll, PollKind } from '../../live/domain/poll-rules.ts'
import type { Phase, PollState, Result } from '../../live/domain/state.ts'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { kindOf, optionsOf } from '../../live/domain/poll-rules.ts'
import { resultOf, tallyOf } from '../../live/domain/results.ts'
import { sampleOf } from '../poll-samples.ts'

/** One way to show a poll: which drawing, with what. */
export interface Shown { name: string, drawing: 'room' | 'printed' | 'paper' | 'reader', props: Record<string, unknown> }

/** Questions, labels and answers of different lengths and scripts. */
const wording = {
  short: ['Momentum', 'Standing', 'Sharpness', 'Ties', 'Money', 'Sleep', 'Trust', 'Time', 'Code', 'Name', 'Pace', 'Rest'],
  long: ['Zusammenarbeitsvereinbarungen', 'Straightforwardness', 'Verantwortungsübernahme', 'Book meetings across every coding block', 'Internationalization', 'Epäjärjestelmällisyys', 'Keep adding people to the team', 'Meerwaardezoekers', 'Judge them on both jobs in full', 'Αποτελεσματικότητα', 'Ответственность', 'Have nobody who can stand in'],
  rightToLeft: ['אין זמן.', 'الوقت', 'יותר מדי פגישות!', 'المسؤولية', 'קוד', 'الفريق', 'אמון', 'المال', 'שינה', 'الاسم', 'קצב', 'راحة'],
  han: ['时间。', '会议太多', '责任', '信任', '代码', '团队', '薪水', '睡眠', '名声', '节奏', '休息', '朋友'],
} as const
export type Wording = keyof typeof wording
export const wordings = Object.keys(wording) as Wording[]

const questions: Record<Wording, string> = { short: 'Which?', long: 'What would switching cost you most in this organisation?', rightToLeft: 'מה יעלה לך הכי הרבה?', han: '换工作会让你付出什么代价？' }
/** A poll of a kind with so many options or steps, or as many of them as it takes. */
export function pollOf(kind: PollKind, words: Wording, count: number): Poll {
  return sampleOf(kind).poll({ id: 'shown', question: questions[words], purpose: 'To see it.' }, wording[words].slice(0, count))
}

/** Answers of so many people: two of them by turns when `tie` is asked for. */
function answersTo(poll: Poll, words: Wording, people: number, tie: boolean): Map<string, Answer> {
  const many = optionsOf(poll).length
  const pick = (n: number): number => tie ? n % 2 : many === 0 ? n : Math.floor(n * n / Math.max(1, people)) % many
  return new Map(Array.from({ length: people }, (_, n) => [`voter-${n}`, sampleOf(poll.kind).answer(poll, pick(n), wording[words])]))
}

function resultFor(poll: Poll, words: Wording, people: number, { tie = false, hands = false, moved = false } = {}): Result | null {
  const counts = Object.fromEntries(optionsOf(poll).map(({ id }, i) => [id, i % 3 === 0 ? 12 : 0]))
  const all = answersTo(poll, words, people, tie)
  const result = resultOf(poll, tallyOf(poll, all, null), 'bars', { hands: hands && kindOf(poll).noHands === undefined ? counts : null, hidden: [], labels: {} })
  if (!moved || result?.kind !== 'options')
    return result
  return { ...result, movement: { pairs: people, up: people, same: 0, down: 0 } }
}

/** Every way in which a poll is shown: each phase in the room, with few and many answers, on paper, in print, to a reader. */
export function waysToShow(poll: Poll, words: Wording): Shown[] {
  const room = (name: string, phase: Phase, answered: number, result: Result | null = null, phones = 18): Shown => {
    const state: PollState = { poll, round: 1, phase, answered, floor: 5, result, withheld: phase === 'revealed' && result === null }
    const earlier = result?.kind === 'options' && result.movement ? { ...state, result: { ...result, movement: null } } : null
    return { name, drawing: 'room', props: { poll: earlier ? { ...poll, compareWith: 'before' } : poll, state, earlier, phones, join: 'http://192.168.178.123:3000', lost: false } }
  }
  const printed = (people: number): Shown => ({ name: `in print with ${people} answers`, drawing: 'printed', props: { printed: { poll, result: resultFor(poll, words, people, { hands: people > 1 }), askedAt: '2026-11-23T10:00:00.000Z' } } })
  return [
    room('waiting', 'waiting', 0),
    room('open', 'open', 0),
    room('open with 300 answers', 'open', 300, null, 312),
    room('closed', 'closed', 17),
    room('withheld', 'revealed', 3),
    room('revealed with no answer', 'revealed', 0, resultFor(poll, words, 0, { hands: true })),
    room('revealed with one answer', 'revealed', 1, resultFor(poll, words, 1)),
    room('revealed with a tie', 'revealed', 18, resultFor(poll, words, 18, { tie: true })),
    room('revealed with 300 answers and hands', 'revealed', 300, resultFor(poll, words, 300, { hands: true }), 312),
    ...kindOf(poll).comparedWith ? [room('revealed with who moved', 'revealed', 300, resultFor(poll, words, 300, { moved: true }), 312)] : [],
    printed(1),
    printed(300),
    { name: 'on paper', drawing: 'paper', props: { poll } },
    { name: 'to a reader', drawing: 'reader', props: { poll } },
  ]
}

let page: Promise<{ script: string, style: string }> | undefined

async function bundle(): Promise<{ script: string, style: string }> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [vue()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: false, lib: { entry: fileURLToPath(new URL('page/poll-gallery.ts', import.meta.url)), formats: ['iife'], name: 'gallery' } },
  })
  const files = [made].flat().flatMap(one => 'output' in one ? one.output : [])
  const script = files.find(file => file.type === 'chunk')
  const style = files.find(file => file.fileName.endsWith('.css'))
  if (script?.type !== 'chunk' || style?.type !== 'asset')
    throw new TypeError('the drawings were not bundled')
  return { script: script.code, style: String(style.source) }
}

/** Opens a page with an empty slide. */
export async function openGallery(context: BrowserContext): Promise<Page> {
  const { script, style } = await (page ??= bundle())
  const opened = await context.newPage()
  await opened.goto('data:text/html,<!doctype html><html lang=en><title>Poll</title>')
  await opened.setContent(`<!doctype html><html lang="en"><head><title>Poll</title><style>${style}</style><style>body { margin: 0 } #slide { width: 1280px; height: 720px }</style></head><body><div id="slide"></div></body></html>`)
  await opened.addScriptTag({ content: script })
  return opened
}

export async function show(gallery: Page, { drawing, props }: Shown, dark: boolean): Promise<void> {
  await gallery.evaluate(async ([drawing, props, dark]) => {
    window.showPoll(drawing, props, dark)
    await document.fonts.ready
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, [drawing, props, dark] as const)
}
