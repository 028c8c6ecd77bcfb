import type { Finding } from './finding.ts'
import type { Laptop } from './machine.ts'
import { plural } from '../../live/client/plural.ts'
import { fine, look } from './finding.ts'

export function powerFindings({ power: { source, percent } }: Laptop): Finding[] {
  if (source === null)
    return [fine('power', 'This system does not tell whether it is plugged in.', 'Plug in.')]
  return source === 'mains'
    ? [fine('power', 'Plugged in.')]
    : [look('power', `On battery${percent === null ? '' : `, ${percent} % full`}.`, 'Plug in.')]
}

/** An exercise may take twelve minutes in which nobody presses a key. */
export function sleepFindings({ power: { sleepAfter }, minutes }: Laptop): Finding[] {
  if (sleepAfter === null)
    return [fine('sleep', 'This system does not tell when it sleeps.', 'Turn off sleep and the screen saver.')]
  return sleepAfter === 0 || sleepAfter >= minutes
    ? [fine('sleep', sleepAfter === 0 ? 'Does not sleep while plugged in.' : `Sleeps only after ${sleepAfter} minutes without a key.`)]
    : [look('sleep', `Sleeps after ${plural(sleepAfter, 'minute')} without a key, even plugged in.`, 'Turn off sleep and the screen saver.')]
}
