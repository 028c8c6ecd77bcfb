import type { Stage } from '../live/domain/state.ts'
import { mayTryAgain, pauseAfter } from '../live/client/retry.ts'
import { ask } from '../live/client/send-answer.ts'

/** Tells the server that this phone began or finished an exercise. What was entered is never sent. */
export interface ProgressReporter {
  tell: (exercise: string, stage: Stage) => void
}

/** Sends each stage once, again until it arrives; of an exercise only the latest stage. */
export function createProgressReporter(headers: () => Record<string, string>): ProgressReporter {
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
