import type { ParticipantPart } from '../exercise.ts'

export const participant: ParticipantPart = {
  title: 'Energy audit',
  purpose: 'Find out which work gives you energy and which takes it, so that you know what to try first. It says nothing about what you are good at.',
  materials: ['Your phone, or form A or B and a pen', 'A place where nobody reads over your shoulder'],
  steps: [
    'Imagine each activity as part of your next quarter, even if it has never been part of your job.',
    'Say what it would do to your energy, from −2 to +2. Your first thought is good enough.',
    'Tick “I have never done this” where it is true, and then rate your guess.',
    'Read your result, with its error. Do not show it to anybody.',
    'Look at what you ticked: those are the things to try.',
  ],
  sees: [
    'Sixteen activities, one at a time, without a word on which side they belong to',
    'Then three bars as wide as their error, a few sentences with the rule for each, and trials that fit the ticks',
    'What you enter stays on your own device. Nothing is sent, and one button clears it.',
  ],
}
