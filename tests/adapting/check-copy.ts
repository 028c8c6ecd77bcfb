import { readSlides } from '../../scripts/build/read-slides.ts'
import { main } from '../../scripts/lib/say.ts'

/** Run in a copy: says nothing if the pages, the data and the colours are in order. */
void main(async () => {
  await readSlides()
})
