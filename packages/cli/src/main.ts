#!/usr/bin/env node
import { problemText } from './output.ts'
import { program } from './program.ts'

try {
  await program().parseAsync()
} catch (error) {
  console.error(problemText(error)) // the last stop: whatever a command could not do becomes one line
  process.exitCode = 1
}
