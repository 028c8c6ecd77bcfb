/** True for an object with names, as JSON has it: neither null nor a list. What its values are is still to be checked. */
export function isRecord<T = unknown>(value: unknown): value is Record<string, T> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
