import type { SettingName } from './settings.ts'

/** A command of `package.json`, as help tells of it. */
export interface Verb {
  /** How it is called. */
  call: string
  does: string
  settings: readonly SettingName[]
  /** Bare words it takes, if not a length. */
  words?: string
}

/** Every command and what can be set for it, by the name of its script. */
export const verbs = {
  'start': {
    call: 'npm start',
    does: 'Runs the workshop: builds what has changed, serves it to the network, opens the presenter view, and shows where phones join.',
    settings: ['format', 'session', 'since', 'new', 'rehearsal', 'floor', 'host', 'port', 'open', 'delete', 'data-dir', 'store', 'public', 'proxy', 'room', 'facilitator', 'site', 'wifi-ssid', 'wifi-password', 'presenter-key'],
  },
  'rehearse': {
    call: 'npm run rehearse',
    does: 'Starts a rehearsal whose phones are simulated: they join, answer, change their minds, drop out and come back. Nothing of it is kept.',
    settings: ['phones', 'seed', 'format', 'since', 'host', 'port', 'open', 'data-dir', 'presenter-key'],
  },
  'doctor': {
    call: 'npm run doctor',
    does: 'Looks at this laptop as the workshop will use it, and says in a line each what is in order and what to do. Exit code 1 when something will stop the workshop.',
    settings: ['format', 'port', 'host', 'data-dir', 'json'],
  },
  'test': {
    call: 'npm test',
    does: 'Checks everything: types, lint, and all tests, with a browser.',
    settings: ['browser'],
  },
  'check': {
    call: 'npm run check',
    does: 'Checks what can be checked quickly, side by side: the slides, types, lint, and the tests that need no browser.',
    settings: [],
  },
  'typecheck': {
    call: 'npm run typecheck',
    does: 'Checks the types alone.',
    settings: [],
  },
  'lint': {
    call: 'npm run lint',
    does: 'Checks style and the rules of who may import whom.',
    settings: [],
  },
  'test-unit': {
    call: 'npm run test:unit',
    does: 'Runs the tests that need nothing built and no browser.',
    settings: [],
  },
  'dev': {
    call: 'npm run dev',
    does: 'Shows the deck while you write it, on this machine only, with a live rehearsal behind it.',
    settings: ['format'],
  },
  'build': {
    call: 'npm run build',
    does: 'Builds the site that people read alone into dist/, without any facilitator text. dist/kit/ is left alone.',
    settings: ['base', 'format'],
  },
  'export': {
    call: 'npm run export',
    does: 'Prints the deck, the facilitator guide, the pocket sheet, the workbook and, with --session, the poster of the results into dist/kit/.',
    settings: ['format', 'start', 'paper', 'manager', 'site', 'session', 'dark', 'data-dir', 'store', 'browser'],
  },
  'shots': {
    call: 'npm run shots',
    does: 'Takes a picture of every slide, light and dark, into .cache/shots/.',
    settings: ['format', 'clicks', 'docs', 'browser'],
  },
  'bench-deck': {
    call: 'npm run bench:deck',
    does: 'Weighs the first view of the deck beside a bare Slidev deck.',
    settings: ['browser'],
  },
  'bench-live': {
    call: 'npm run bench:live',
    does: 'Loads the live polls with phones that join and answer, and prints what it measured. A session of its own, deleted afterwards, keeps the answers: in a file, or in a store with --servers or --store.',
    settings: ['servers', 'store'],
    words: '[PHONES …]',
  },
  'bench-export': {
    call: 'npm run bench:export',
    does: 'Times the whole export, and its deck beside Slidev\'s own exporter.',
    settings: ['browser'],
  },
} as const satisfies Record<string, Verb>

export type VerbName = keyof typeof verbs
