/** The Content-Security-Policy of a page: nothing from elsewhere. Inline styles and `data:` images are needed by Vue and by drawings. */
export function policy(scripts: readonly string[]): string {
  return `default-src 'self'; script-src ${scripts.join(' ')}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'`
}
