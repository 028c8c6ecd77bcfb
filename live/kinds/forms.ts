import type { Answer } from './kind.ts'
import type { Poll } from './kinds.ts'
import type { FormFields, KindForm } from './option-fields.ts'

/** Found by the folder's name, so that a kind is registered in `kinds.ts` alone. A test checks that each kind has one. */
const forms = import.meta.glob<KindForm<Poll>>('./*/form.ts', { eager: true, import: 'form' })

/** What stands between the question and the button of a poll's form. @throws TypeError for a kind without `form.ts`. */
export function fieldsOf(poll: Poll, answer: Answer | null, id: string): FormFields {
  const form = forms[`./${poll.kind}/form.ts`]
  if (!form)
    throw new TypeError(`live/kinds/${poll.kind} has no form.ts.`)
  return form.fields(poll, answer, id)
}
