/** Prints in light colours whatever the screen shows: takes the dark class off for printing. */
export function printLight(): void {
  const { classList } = document.documentElement
  const printing = matchMedia('print')
  let wasDark = false
  printing.addEventListener('change', () => {
    wasDark = printing.matches ? classList.contains('dark') : wasDark
    classList.toggle('dark', wasDark && !printing.matches)
  })
}
