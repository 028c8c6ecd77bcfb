import { rules } from './rules.ts'

declare global {
  interface Window {
    /** What breaks the rules on the slide that is shown: the rule, and a sentence that names the element. */
    measureSlide: () => [rule: string, sentence: string][]
  }
}

window.measureSlide = () => {
  const slide = [...document.querySelectorAll<HTMLElement>('.slidev-layout')].find(one => one.checkVisibility())
  if (!slide)
    throw new Error('no slide is shown')
  return Object.entries(rules).flatMap(([name, rule]) => [...new Set(rule(slide))].map((sentence): [string, string] => [name, sentence]))
}
