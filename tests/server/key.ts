/** The presenter key of every test server. */
export const KEY = 'the-key-of-the-presenter'
