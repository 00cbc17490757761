export { transitionTable } from './transition-repository.ts'
export { conflictsWith } from './eligibility/licence-rules.ts'
export { suppliedBesideSource } from './eligibility/load-source.ts'
