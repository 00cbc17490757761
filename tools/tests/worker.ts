import { suite } from 'node:test'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { shareProcess } from '../../tests/world/at-end.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * Runs one test file after the other in this process, as the parent hands them out. Each is a suite, so that its hooks
 * are its own, and an import that fails is a failure of that file.
 */
const closeShared = shareProcess()
let handOver: (file: string | undefined) => void = () => undefined
// It also keeps the process alive: a test that waits for nothing must not end those that come after it.
process.on('message', ({ file }: ToWorker) => handOver(file))
// Whoever reads the results has gone.
process.once('disconnect', () => process.exit(1))
for (;;) {
  const file = await nextFile()
  if (file === undefined) break
  await suite(file, async () => {
    await import(pathToFileURL(resolve(file)).href)
  })
}
await closeShared()
for (const event of ['message', 'disconnect']) process.removeAllListeners(event)

function nextFile(): Promise<string | undefined> {
  return new Promise((answer) => {
    handOver = answer
    process.send?.({ kind: 'ready' } satisfies FromWorker)
  })
}
