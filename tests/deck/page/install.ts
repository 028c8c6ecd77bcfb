import { rules } from './rules.ts'
import { linesOf } from './text.ts'

declare global {
  interface Window {
    /** What breaks the rules on the slide that is shown: the rule, and a sentence that names the element. */
    measureSlide: () => [rule: string, sentence: string][]
    /** All that the slide shows as text. */
    slideWords: () => string
  }
}

function shownSlide(): HTMLElement {
  const slide = [...document.querySelectorAll<HTMLElement>('.slidev-layout')].find(one => one.checkVisibility())
  if (!slide)
    throw new Error('no slide is shown')
  return slide
}

window.measureSlide = () => Object.entries(rules).flatMap(([name, rule]) => [...new Set(rule(shownSlide()))].map((sentence): [string, string] => [name, sentence]))
window.slideWords = () => [...new Set(linesOf(shownSlide()).map(line => line.text))].join('\n')
