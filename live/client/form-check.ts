import type { ComputedRef } from 'vue'
import { computed, nextTick, ref } from 'vue'

/** A form that says what is wrong once somebody has tried to send it. */
export interface FormCheck<Field extends string> {
  /** A sentence for each field that is missing or wrong; none before the first try. */
  problems: ComputedRef<Partial<Record<Field, string>>>
  /** For the form's `submit`: done if nothing is wrong, else to the first field that is. */
  submit: (event: Event) => Promise<void>
}

/** Call in a component's setup. A field with a problem has to be marked with `aria-invalid`. */
export function useFormCheck<Field extends string>(check: () => Partial<Record<Field, string>>, done: () => void): FormCheck<Field> {
  const tried = ref(false)
  return {
    problems: computed(() => tried.value ? check() : {}),
    async submit({ currentTarget: form }) {
      tried.value = true
      if (Object.keys(check()).length === 0)
        return done()
      await nextTick()
      if (form instanceof HTMLFormElement)
        form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    },
  }
}
