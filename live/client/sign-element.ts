import type { Sign } from './option-signs.ts'
import { element } from './elements.ts'

/** The sign of a side beside its words, which say the same; nothing for an option that is no side. */
export function signElement(sign: Sign | null | undefined): HTMLElement[] {
  return sign ? [element('i', { 'class': `sign ${sign}`, 'aria-hidden': true })] : []
}
