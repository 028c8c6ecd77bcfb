/** `stop`: the workshop will not run like this. `look`: it may go wrong. `fine`: in order. */
export type Level = 'stop' | 'look' | 'fine'

/** The doctor's result for one subject. */
export interface Finding {
  about: 'settings' | 'slides' | 'folder' | 'runtime' | 'browser' | 'deck' | 'port' | 'disk' | 'data' | 'network' | 'power' | 'sleep'
  level: Level
  /** What was found, in a sentence. */
  says: string
  /** What to do about it; empty where nothing is to be done. */
  remedy: string
}

type Said = Omit<Finding, 'level'>

export function stop(about: Said['about'], says: string, remedy = ''): Finding {
  return { about, level: 'stop', says, remedy }
}

export function look(about: Said['about'], says: string, remedy: string): Finding {
  return { about, level: 'look', says, remedy }
}

export function fine(about: Said['about'], says: string, remedy = ''): Finding {
  return { about, level: 'fine', says, remedy }
}
