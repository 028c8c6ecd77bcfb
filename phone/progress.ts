import type { Stage } from '../live/domain/state.ts'
import { mayTryAgain, pauseAfter } from '../live/client/retry.ts'
import { ask } from '../live/client/send-answer.ts'

/** Tells the presenter how many have begun and finished an exercise: which one and how far, and nothing of what is in it. */
export interface Progress {
  tell: (exercise: string, stage: Stage) => void
}

/** Each stage is told once; what does not arrive is told again, and only the latest of an exercise. */
export function createProgress(headers: () => Record<string, string>): Progress {
  const told = new Map<string, Stage>()

  async function send(exercise: string, stage: Stage): Promise<void> {
    for (let failures = 1; told.get(exercise) === stage; failures++) {
      const reply = await ask({ method: 'POST', path: '/api/progress', body: { exercise, stage }, headers: headers() })
      if (!mayTryAgain(reply))
        return
      await new Promise(resolve => setTimeout(resolve, pauseAfter(failures)))
    }
  }

  return {
    tell(exercise, stage) {
      if (told.get(exercise) === stage)
        return
      told.set(exercise, stage)
      void send(exercise, stage)
    },
  }
}
