// Plain JavaScript: types stripped in a thread would cost it 15 MB and as much time as its start.
import { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { parentPort } from 'node:worker_threads'

/** Copies the log of each file it is told of, as far as nobody reads an earlier state, and says how it went. */
parentPort?.on('message', (path) => {
  let failure = null
  try {
    const file = pathToFileURL(path)
    // A file that is gone is not made anew.
    file.search = 'mode=rw'
    const database = new DatabaseSync(file)
    // The log is flushed before it is copied and the database afterwards, which is all that NORMAL and FULL do here.
    database.exec('pragma synchronous = normal')
    database.exec('pragma wal_checkpoint(passive)')
    database.close()
  } catch (error) {
    failure = String(error)
  }
  parentPort?.postMessage(failure)
})
