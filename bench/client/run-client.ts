import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { reaped } from '../processes/reaped.ts'
import type { LoadOutcome, LoadPlan, StreamOutcome } from './plan.ts'

const program = fileURLToPath(new URL('main.ts', import.meta.url))

/** Runs a plan in a client process of its own. A refused request is an error: a load measures work that was done. */
export async function runClient(plan: LoadPlan): Promise<LoadOutcome> {
  const child = reaped(
    fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced' }),
  )
  const outcome = await new Promise<LoadOutcome>((resolve, reject) => {
    child.once('message', (message) => resolve(message as LoadOutcome))
    child.once('exit', (code) => reject(new Error(`the load client ended without an outcome (code ${code})`)))
    child.send(plan)
  })
  for (const stream of outcome.streams) {
    if (stream.firstRefusal !== undefined) {
      throw new Error(
        `${stream.name}: ${JSON.stringify(stream.statuses)}, first refusal ${stream.firstRefusal}`,
      )
    }
  }
  return outcome
}

export function streamNamed(outcome: LoadOutcome, name: string): StreamOutcome {
  const found = outcome.streams.find((stream) => stream.name === name)
  if (found === undefined) throw new Error(`the load had no stream ${name}`)
  return found
}
