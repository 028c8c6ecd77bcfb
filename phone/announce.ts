import { ref, watch } from 'vue'

/** What the page's polite live region says: one sentence, replaced when the room moves on. */
export const announcement = ref('')

/** Announces a sentence now and whenever it changes. */
export function useAnnouncement(sentence: () => string): void {
  watch(sentence, text => announcement.value = text, { immediate: true })
}
