import { openSync, writeSync } from 'node:fs'
import { GroupCommit } from '../../../packages/server/src/store/sqlite/group-commit.ts'
import { FileGround } from '../../../packages/server/src/store/sqlite/sqlite-file.ts'
import { placeOf, places } from '../load/moves.ts'

/**
 * Makes moves in a database whose log is copied every few statements, and notes each one in a second file when it is
 * durable. It ends amid its work. `checkpoint-writer.ts DATABASE NOTES MOVES`
 */
const [, , database = '', notes = '', moves = '0'] = process.argv
const statementsPerCheckpoint = 150
const atOnce = 6

const ground = new FileGround(database, statementsPerCheckpoint)
ground.execute('create table place (id bigint not null primary key, move bigint, filler text)')
ground.execute(
  `with recursive id(n) as (select 0 union all select n + 1 from id where n < ${places - 1}) ` +
    'insert into place select n, -1, hex(zeroblob(300)) from id',
)
await ground.flush()
const group = new GroupCommit(ground)
const noted = openSync(notes, 'w')

async function move(n: number): Promise<void> {
  const change = 'update place set move = ? where id = ?'
  await group.write((connection) => connection.run(change, [n, placeOf(n)]), false)
  writeSync(noted, `${n}\n`, n * 8)
}

for (let n = 0; n < Number(moves); n += atOnce)
  await Promise.all(Array.from({ length: atOnce }, (_, i) => move(n + i)))
void group.write(async () => process.kill(process.pid, 'SIGKILL'), false)
