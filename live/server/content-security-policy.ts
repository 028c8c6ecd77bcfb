/** What a page may load: nothing from elsewhere. Vue writes styles into elements, drawings stand in data addresses. */
export function policy(scripts: readonly string[]): string {
  return `default-src 'self'; script-src ${scripts.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'`
}
