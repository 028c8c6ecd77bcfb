import type { KindForm } from '../option-fields.ts'
import type { WordsPoll } from './poll.ts'
import { element } from '../../client/elements.ts'
import { lengthOf, normaliseText } from '../../domain/typed-text.ts'

export const form: KindForm<WordsPoll> = {
  fields({ maxLength }, answer, id) {
    const count = element('p', { id: `${id}-count`, class: 'hint' })
    const area = element('textarea', {
      'id': `${id}-words`,
      'name': 'answer',
      'rows': 3,
      'dir': 'auto',
      'enterkeyhint': 'send',
      'aria-describedby': count.id,
      'oninput': tell,
      'onkeydown': (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing && !event.shiftKey) {
          event.preventDefault()
          area.form?.requestSubmit()
        }
      },
    }, String(answer ?? ''))
    function tell(): void {
      const length = lengthOf(normaliseText(area.value))
      count.textContent = `${length} of ${maxLength} characters`
      count.classList.toggle('over', length > maxLength)
    }
    tell()
    return { nodes: [element('label', { for: area.id }, 'Your words'), area, count], read: () => area.value }
  },
}
