import { after } from 'node:test'

type Close = () => Promise<unknown>

/** Set by a process that runs several test files: what they share must outlive the first of them. */
let shared: Close[] | undefined

/** Closes what a process has one of: with its only test file, or after the last of several. */
export function atEndOfProcess(close: Close): void {
  if (shared === undefined) after(close)
  else shared.push(close)
}

/** Several test files are about to run. Answers what to call after the last of them. */
export function shareProcess(): Close {
  const all: Close[] = []
  shared = all
  return () => Promise.all(all.map((close) => close()))
}
