import type { Axis, ItemId } from '../energy-audit/items.ts'
import type { Trial } from './trials.ts'
import { trials } from './trials.ts'

/** A trial as the menu shows it. `fromTicks`: it lets you try something you ticked as never done. */
export interface MenuEntry { trial: Trial, fromTicks: boolean }

/**
 * The trials of one side. Those that try something never done come first, the most ticks first; the
 * rest keeps its order, and nothing is left out.
 * @param side the kind of work to try
 * @param never items of the energy audit ticked "I have never done this"
 */
export function menuFor(side: Axis, never: readonly ItemId[]): MenuEntry[] {
  const ticks = (trial: Trial): number => trial.items.filter(item => never.includes(item)).length
  return trials
    .filter(trial => trial.side === side)
    .map(trial => ({ trial, fromTicks: ticks(trial) > 0 }))
    .sort((a, b) => ticks(b.trial) - ticks(a.trial))
}

export function trialById(id: string): Trial | undefined {
  return trials.find(trial => trial.id === id)
}
