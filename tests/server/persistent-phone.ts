import type { Answer } from '../../live/domain/check-answer.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { Caller } from './caller.ts'

/** A phone that answers the words poll `fear` with numbers that grow, and what it was told of them. */
export class PersistentPhone {
  sent = 0
  acknowledged = 0
  readonly #cookies = new Map<string, string>()

  get voter(): string | undefined {
    return [...this.#cookies.values()][0]?.split('.')[0]
  }

  async join(base: string): Promise<void> {
    const caller = this.at(base)
    await caller.open()
    caller.cookies.forEach((value, name) => this.#cookies.set(name, value))
  }

  /** Sends one answer. False when nobody took it: no answer came, or the store was away. */
  async answerOnce(base: string): Promise<boolean> {
    this.sent++
    const reply = await this.at(base).answer('fear', `answer ${this.sent}`).catch(() => null)
    if (reply === null || reply.status === 507)
      return false
    expect(reply.status).toBe(200)
    this.acknowledged = this.sent
    return true
  }

  /** Sends answers until so many were taken, again after a pause when one was not. */
  async answer(base: string, times: number): Promise<void> {
    for (let taken = 0; taken < times;) {
      if (await this.answerOnce(base))
        taken++
      else
        await wait(50 + Math.random() * 100)
    }
  }

  /** The number of this phone's answer as the server tells it; 0 for none. */
  async kept(base: string): Promise<number> {
    const { mine } = (await this.at(base).state()).json
    return numberOf(mine.fear?.answer)
  }

  /** Expects the stored number to be one that was sent, and not older than the last acknowledged. */
  expectKept(number: number): void {
    expect(number).toBeGreaterThanOrEqual(this.acknowledged)
    expect(number).toBeLessThanOrEqual(this.sent)
  }

  at(base: string): Caller {
    const caller = new Caller(base)
    this.#cookies.forEach((value, name) => caller.cookies.set(name, value))
    return caller
  }
}

/** The number in an answer of such a phone; 0 for none. */
export function numberOf(answer: Answer | undefined): number {
  return answer === undefined ? 0 : Number(String(answer).replace('answer ', ''))
}
