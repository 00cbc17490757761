import { readFileSync } from 'node:fs'
import { Client } from 'pg'
import type { SentStatement, SentTransaction } from '../statements/transaction.ts'

/**
 * Sends transactions as they were recorded, with `pg` and nothing above it: `bare-transactions.ts FILE`. Each lane has
 * a connection of its own. Sends a message when its lanes are connected and have run their first transactions, then
 * runs the others when it is told to.
 */
interface BareLane {
  readonly first: readonly SentTransaction[]
  readonly counted: readonly SentTransaction[]
}

const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as {
  readonly url: string
  readonly lanes: readonly BareLane[]
}

const clients = await Promise.all(
  order.lanes.map(async () => {
    // As the server connects: statements need not wait for the answers of those before them.
    const client = new Client({ connectionString: order.url, pipeline: true })
    await client.connect()
    // As a server says of itself: no other program may write.
    await client.query(
      "select set_config('tenantry.generation', generation::text, false) from schema_generation",
    )
    return client
  }),
)
await each((lane) => lane.first)
process.send?.('ready')
process.once('message', () => void runCounted())

async function runCounted(): Promise<void> {
  await each((lane) => lane.counted)
  process.send?.('done')
  for (const client of clients) await client.end()
  process.disconnect()
}

async function each(transactionsOf: (lane: BareLane) => readonly SentTransaction[]): Promise<void> {
  await Promise.all(
    order.lanes.map(async (lane, i) => {
      const client = clients[i]
      if (client === undefined) return
      for (const transaction of transactionsOf(lane)) await run(client, transaction)
    }),
  )
}

async function run(client: Client, transaction: SentTransaction): Promise<void> {
  let sent: Promise<unknown>[] = []
  for (const statement of transaction) {
    if (statement.waited) {
      await Promise.all(sent)
      sent = []
    }
    sent.push(client.query(queryOf(statement)))
  }
  await Promise.all(sent)
}

function queryOf({ text, name, values }: SentStatement) {
  if (name === undefined && values.length === 0) return { text }
  return { text, values: [...values], ...(name === undefined ? {} : { name }) }
}
