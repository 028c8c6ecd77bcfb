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
