/** Presses closer than this to the last step on a poll slide are taken for one press, in milliseconds. */
export const DOUBLE_PRESS_MS = 400

/**
 * Whether a press moves the deck. On a poll slide the second half of a double press would close a poll that has
 * just opened, or leave a result that has just appeared; other slides are never slowed.
 * @param onPoll whether a poll's slide is shown
 * @param sinceStep milliseconds since the slide or its step last changed
 */
export function pressCounts(onPoll: boolean, sinceStep: number): boolean {
  return !onPoll || sinceStep >= DOUBLE_PRESS_MS
}
