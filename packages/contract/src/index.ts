export * from './faults-of.ts'
export * from './faults/fault.ts'
export * from './faults/index.ts'
export * from './locales/index.ts'
