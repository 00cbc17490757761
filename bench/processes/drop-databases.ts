import { Client } from 'pg'

/** `drop-databases.ts ADMINISTRATION OWNER DATABASE…`: a bench that ends can wait for no answer itself. */
const [administration = '', owner = '', ...databases] = process.argv.slice(2)
const client = new Client({ connectionString: administration })
await client.connect()
for (const name of databases) await client.query(`drop database if exists ${name} with (force)`)
await client.query(`drop role if exists ${owner}`)
await client.end()
