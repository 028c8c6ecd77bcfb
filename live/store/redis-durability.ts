import { StoreConnection } from './redis-connection.ts'

/** What the store must be set to, and what could be lost if it is not. */
const needed = [
  ['appendonly', 'yes', 'A restart of the store loses everything.'],
  ['appendfsync', 'always', 'A power cut can lose answers of the last second that were acknowledged.'],
  ['maxmemory-policy', 'noeviction', 'A store that is full throws sessions away.'],
] as const

/**
 * Sentences on what this Redis or Valkey could lose of what it acknowledged; none when it is set as sessions need it.
 * @throws StoreError when it cannot be reached
 */
export async function possibleLosses(url: string): Promise<string[]> {
  const connection = await StoreConnection.open(url)
  try {
    const sentences: string[] = []
    for (const [setting, right, loss] of needed) {
      const value = await connection.ask(client => client.configGet(setting)).then(values => values[setting], () => undefined)
      if (value === undefined)
        sentences.push(`Whether the store's "${setting}" is "${right}" could not be checked: it does not tell. If it is not: ${loss}`)
      else if (value !== right)
        sentences.push(`The store's "${setting}" is "${value}". ${loss} Set it to "${right}".`)
    }
    return sentences
  }
  finally {
    await connection.close()
  }
}
