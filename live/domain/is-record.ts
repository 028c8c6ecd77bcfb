/** True for a JSON object: neither null nor a list. Its values are still to be checked. */
export function isRecord<T = unknown>(value: unknown): value is Record<string, T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
