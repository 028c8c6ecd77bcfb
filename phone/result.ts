import type { ChartRow } from '../live/client/chart-rows.ts'
import type { Answer } from '../live/domain/check-answer.ts'
import type { Poll } from '../live/domain/poll-rules.ts'
import type { PollState } from '../live/domain/state.ts'
import { resultRows, sampleOf } from '../live/client/chart-rows.ts'
import { element } from '../live/client/elements.ts'
import { signsOf } from '../live/client/option-signs.ts'
import { chosenIds } from '../live/client/own-answer.ts'
import { plural } from '../live/client/plural.ts'
import { signElement } from '../live/client/sign-element.ts'
import { kindOf } from '../live/domain/poll-rules.ts'

/** The result as a list, with the numbers of the slide, for people who cannot see the screen. `own` is the person's answer. */
export function drawResult({ poll, result }: PollState, own: Answer | null): HTMLElement {
  const section = element('section', { 'aria-label': 'The result' })
  if (result?.kind === 'words') {
    section.append(
      element('h2', {}, `${plural(result.voters, 'phone')} answered`),
      ...result.words.length < result.different ? [element('p', {}, `${result.words.length} of ${result.different} different answers.`)] : [],
      element('ul', { class: 'words' }, ...result.words.map(({ text, count }) => element('li', {}, element('span', { dir: 'auto' }, text), ...count > 1 ? [' ', element('b', {}, `× ${count}`)] : []))),
    )
  }
  if (result?.kind === 'options') {
    const chosen = chosenIds(poll, own)
    const { movement } = result
    const rows = resultRows(poll, result)
    const signs = signsOf(rows)
    section.append(
      element('h2', {}, sampleOf(poll, result)),
      ...movement ? [element('p', {}, `Of ${movement.pairs} who answered both times, ${movement.up} moved up, ${movement.same} stayed and ${movement.down} moved down.`)] : [],
      ...result.counts === null
        ? []
        : [element('ul', { class: 'rows' }, ...rows.map((row, i) => element(
            'li',
            { class: row.most ? 'most' : '' },
            element('span', { dir: 'auto' }, ...signElement(signs[i]), labelOf(poll, row), ...chosen.includes(row.id) ? [element('em', {}, kindOf(poll).ownText ?? 'your answer')] : []),
            element('b', {}, String(row.total)),
            ...row.mean === '' ? [] : [element('span', { class: 'mean' }, row.mean)],
            drawBar(row.share),
          )))],
    )
  }
  return section
}

/** A row's label; the ends of a scale get their names added. */
function labelOf(poll: Poll, { id, label }: ChartRow): string {
  const name = kindOf(poll).endOf?.(poll, id)
  return name ? `${label} · ${name}` : label
}

function drawBar(share: number): HTMLElement {
  const bar = element('i')
  bar.style.width = `${share * 100}%`
  return element('span', { 'class': 'bar', 'aria-hidden': true }, bar)
}
