/** Paper is light, whatever the screen shows: the dark colours go when printing begins and come back after it. */
export function printLight(): void {
  const { classList } = document.documentElement
  const printing = matchMedia('print')
  let wasDark = false
  printing.addEventListener('change', () => {
    wasDark = printing.matches ? classList.contains('dark') : wasDark
    classList.toggle('dark', wasDark && !printing.matches)
  })
}
