import { test } from 'node:test'
import { killRounds } from './load/kill-rounds.ts'
import { tempFolder } from './machinery/temp-folder.ts'

/** The short loop of every `npm test`; `npm run test:faults` has the long ones. */
test(
  'a server killed amid its work keeps what it has answered and does nothing twice',
  { timeout: 120_000 },
  (t) => killRounds(t, { place: { folder: tempFolder(t) }, nodes: 1, rounds: 2, clients: 8 }),
)
