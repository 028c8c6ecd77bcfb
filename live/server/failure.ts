import { HTTPException } from 'hono/http-exception'
import { StoreError } from '../store/store.ts'
import { Refusal } from './refusal.ts'

/** The refusal that answers a request which threw. */
export function whyRefused(error: unknown): Refusal {
  if (error instanceof Refusal)
    return error
  if (error instanceof StoreError)
    return new Refusal('not-saved', error.message)
  if (error instanceof HTTPException)
    return new Refusal('bad-request', error.message, error.status)
  return new Refusal('broken', 'Something broke on the laptop. Try again; if it happens again, restart npm start: nothing is lost.')
}

/** A line for the terminal: when, where and what broke. The message of a parser quotes what it read, which may be an answer. */
export function reportOf(error: unknown, route: string): string {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  const place = stack?.split('\n').slice(1, 4).map(line => line.trim()).join(' ') ?? ''
  return `${new Date().toISOString()} ${route}: ${name}${error instanceof SyntaxError ? '' : `: ${message.split('\n')[0]}`} ${place}`
}
