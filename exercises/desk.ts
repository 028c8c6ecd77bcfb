/** Work in hand that no device keeps: it survives a look at something else, and is gone with the page. */
export interface Desk<T> {
  read: () => T
  write: (work: T) => void
}

const desks = new Map<string, { session: string, work: unknown }>()

/** The desk of one exercise. It is empty again in another session, and nothing of the earlier one is left. */
export function openDesk<T>(name: string, session: string, empty: T): Desk<T> {
  const open = (): { session: string, work: unknown } | undefined => desks.get(name)
  if (open()?.session !== session)
    desks.set(name, { session, work: empty })
  return {
    read: () => (open()?.work ?? empty) as T,
    write: work => void desks.set(name, { session, work }),
  }
}
