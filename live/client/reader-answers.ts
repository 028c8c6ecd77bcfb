import type { Answer } from '../domain/check-answer.ts'
import { reactive } from 'vue'

/** What a reader on their own has answered, by poll id. It goes nowhere; reading mode keeps it on the device. */
export const readerAnswers = reactive(new Map<string, Answer>())
