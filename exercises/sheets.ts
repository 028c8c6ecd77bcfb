/** What the printed sheets are called, on the sheet itself and in the list of materials. */
export const sheetNames = {
  takeHome: 'For yourself',
  formA: 'Energy audit, form A',
  formB: 'Energy audit, form B',
  cards: 'Activity cards',
  menu: 'Trials to choose from',
  trial: 'My trial',
  asking: 'How to ask for the yes',
  call: 'Partner call',
  forecast: 'Sealed forecast',
  labels: 'Labels for the envelopes',
  hybrid: 'Hybrid check',
  ballots: 'Paper ballots',
  tally: 'Tally sheet',
  tickets: 'Exit tickets',
  weeks: 'One line a week',
  opening: 'Opening day',
} as const

/** A sheet that stands on the site as a page of its own, for whoever tries something and for whom they ask. */
export interface SiteSheet {
  /** Name of its page, without ending. */
  name: 'sponsor-page' | 'asking-guide' | 'partner-call'
  title: string
  /** What it is good for, as a reader of the site meets it. */
  what: string
  /** Slides beside which reading mode offers it, by `routeAlias`. */
  beside: readonly string[]
}

export const siteSheets: readonly SiteSheet[] = [
  { name: 'asking-guide', title: sheetNames.asking, what: 'three sentences to ask with, and what to do after each answer', beside: ['trial-card', 'card-has', 'next'] },
  { name: 'sponsor-page', title: 'Sponsor page', what: 'for the person who is asked: send them this', beside: ['trial-card', 'next'] },
  { name: 'partner-call', title: sheetNames.call, what: 'three questions for the call on about day 30', beside: ['partner', 'next'] },
]
