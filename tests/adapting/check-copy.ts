import { readSlides } from '../../scripts/build/read-slides.ts'
import { main } from '../../scripts/lib/say.ts'

/** Runs in a copy of the project: prints nothing if its pages, data and colours are in order. */
void main(async () => {
  await readSlides()
})
