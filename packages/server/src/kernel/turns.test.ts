import { test } from 'node:test'
import { atEndOfTurn, giveWay } from './turns.ts'

test('what ends a turn is done in its order, before work that gave way goes on', async (t) => {
  const done: string[] = []
  const work = giveWay().then(() => done.push('work goes on'))
  atEndOfTurn(() => done.push('first answer'))
  atEndOfTurn(() => done.push('second answer'))
  done.push('the turn')
  await work
  t.assert.deepEqual(done, ['the turn', 'first answer', 'second answer', 'work goes on'])
})

test('what is asked for while a turn ends is not lost', async (t) => {
  const done: string[] = []
  atEndOfTurn(() => {
    done.push('first')
    atEndOfTurn(() => done.push('second'))
  })
  await giveWay()
  t.assert.deepEqual(done, ['first', 'second'])
})
