export { transitionTable } from './transition-repository.ts'
