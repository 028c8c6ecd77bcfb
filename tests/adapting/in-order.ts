import { readSlides } from '../../scripts/manifest.ts'
import { main } from '../../scripts/say.ts'

/** Run in a copy: says nothing if the pages, the data and the colours are in order. */
void main(async () => {
  await readSlides()
})
