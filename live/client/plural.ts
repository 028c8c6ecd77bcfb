/** A number with its noun, as in "1 phone" and "2 phones". */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
