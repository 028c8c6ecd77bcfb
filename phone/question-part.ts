/** The modules that only a question needs, its form and its result, as one part to be loaded later. */
export { createPollForm } from '../live/client/poll-form.ts'
export { drawResult } from './result.ts'
