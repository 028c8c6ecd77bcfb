export type Audience = 'presenter' | 'room' | 'reader'

/** Who this build is for. A build that names nobody is for a reader on their own, with no server. */
export const audience: Audience = import.meta.env.VITE_AUDIENCE === 'presenter' || import.meta.env.VITE_AUDIENCE === 'room'
  ? import.meta.env.VITE_AUDIENCE
  : 'reader'

/** True while the page is being printed or exported: nothing may touch the network then. */
export function isPrinting(): boolean {
  return new URLSearchParams(location.search).has('print') || /\/(?:print|export)\b/.test(location.pathname)
}
