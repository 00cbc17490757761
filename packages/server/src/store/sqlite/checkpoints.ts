import { Worker } from 'node:worker_threads'
import { EngineUnavailable } from '../engine.ts'

/** One thread for all files of the process, started when the first log is long enough. */
let thread: Worker | undefined
/** Who waits for its answers, in the order of what it was told. */
const underWay: ((failure: string | null) => void)[] = []

/**
 * Copies the log of a database file into it, beside the event loop, while connections read and write: as much as no
 * reader stands before. Rejects where that cannot be done; the log then has everything all the same.
 */
export function copyLog(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    thread ??= started()
    underWay.push((failure) =>
      failure === null ? resolve() : reject(new EngineUnavailable(`a checkpoint failed: ${failure}`)),
    )
    thread.ref()
    thread.postMessage(path)
  })
}

function started(): Worker {
  const begun = new Worker(new URL('./checkpoint-thread.js', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxYoungGenerationSizeMb: 2, maxOldGenerationSizeMb: 16 },
  })
  begun.on('message', (failure: string | null) => {
    underWay.shift()?.(failure)
    // A process with nothing else to do may end.
    if (underWay.length === 0) begun.unref()
  })
  begun.on('error', (error) => {
    thread = undefined
    for (const settle of underWay.splice(0)) settle(String(error))
  })
  return begun
}
