import { expect, it } from 'vitest'
import { openDesk } from '../../exercises/desk.ts'

it('holds the work of a session until another one comes', () => {
  const desk = openDesk('a', 'morning', 0)
  desk.write(3)
  expect(openDesk('a', 'morning', 0).read()).toBe(3)
  expect(openDesk('b', 'morning', 0).read()).toBe(0)
  expect(openDesk('a', 'afternoon', 0).read()).toBe(0)
  expect(openDesk('a', 'morning', 0).read()).toBe(0)
})
