import { onBeforeUnmount, onMounted } from 'vue'

/** Calls `read` whenever another tab has changed or cleared what the browser stores under `key`. */
export function onOtherTab(key: string, read: () => void): void {
  function hear(event: StorageEvent): void {
    if (event.key === key || event.key === null)
      read()
  }
  onMounted(() => addEventListener('storage', hear))
  onBeforeUnmount(() => removeEventListener('storage', hear))
}
