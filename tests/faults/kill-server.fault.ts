import { test } from 'node:test'
import { hasPostgres, madeDatabase } from '../stores/databases.ts'
import { killRounds } from './load/kill-rounds.ts'
import { tempFolder } from './machinery/temp-folder.ts'

const rounds = Number(process.env['TENANTRY_FAULTS_ROUNDS'] ?? 6)

test('a server killed amid its work, on the embedded database', { timeout: 240_000 }, (t) =>
  killRounds(t, { place: { folder: tempFolder(t) }, nodes: 1, rounds, clients: 12 }),
)

if (hasPostgres)
  test('one of two servers killed amid their work, on PostgreSQL', { timeout: 240_000 }, async (t) =>
    killRounds(t, { place: { database: await madeDatabase() }, nodes: 2, rounds, clients: 12 }),
  )
