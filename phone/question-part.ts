/** What only a question needs, loaded apart from the page: its form and its result. */
export { createPollForm } from '../live/client/poll-form.ts'
export { drawResult } from './result.ts'
