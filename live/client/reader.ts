import type { Answer } from '../domain/answers.ts'
import { reactive } from 'vue'

/** What a reader on their own has answered, by poll id. It lasts as long as the page and goes nowhere. */
export const readerAnswers = reactive(new Map<string, Answer>())
