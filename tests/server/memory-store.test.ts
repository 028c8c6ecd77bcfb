import { memorySession } from '../../live/store/memory-store.ts'
import { record, storeContract } from './store-contract.ts'

storeContract('Memory', () => {
  const open = memorySession(record)
  return { open: async () => open() }
}, { lasts: false })
