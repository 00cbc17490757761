export { type TransitionRecord, type TransitionStep } from './transition.ts'
export { Transitions, transitionTable } from './transition-repository.ts'
export { transitionSchedule } from './transition-agenda.ts'
