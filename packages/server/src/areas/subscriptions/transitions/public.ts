export { conflictsWith } from './eligibility/licence-rules.ts'
export { suppliedBesideSource } from './eligibility/load-source.ts'
