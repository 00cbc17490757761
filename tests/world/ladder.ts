import assert from 'node:assert/strict'
import type { FaultSpec } from '@tenantry/contract/faults/fault.ts'
import type { RawAnswer } from '@tenantry/sdk'
import { changed, type Changes } from '@tenantry/recipes/changed.ts'
import { faultOf, type Session } from '@tenantry/recipes/session.ts'
import { ruleLists } from '../../packages/server/src/checks.ts'
import { assertSaysWhy } from './says-why.ts'

/** What repairs the request of the row before, and the answer it gets then. */
export type Rung<Request> = readonly [
  repair: Changes<Request> | (() => Promise<Changes<Request>>),
  answer: FaultSpec | 'accepted',
]

/**
 * Rules that a ladder climbs: a list by its title, or several in their order.
 * `tests/scenarios/every-ladder.test.ts` sees that each long one is climbed.
 */
export interface Climb {
  readonly of: string | readonly string[]
  /** Whose request log tells which rule has refused a row. */
  readonly seenBy: Session
  /** Why no row breaks a rule: it cannot be broken beside the others. One text for all rules that no row breaks. */
  readonly apart?: Readonly<Record<string, string>> | string
}

/**
 * Climbs from a request that is wrong in every way to one that is accepted: each row repairs what the row before was
 * refused for. So the order of the rows is the order of the checks.
 */
export async function ladder<Request extends object>(
  ask: (request: Request) => Promise<RawAnswer>,
  request: Request,
  rungs: readonly Rung<Request>[],
  ...climbs: readonly Climb[]
): Promise<void> {
  let present = request
  const [first] = climbs
  const refusedBy: string[] = []
  for (const [index, [repair, expected]] of rungs.entries()) {
    present = changed(present, typeof repair === 'function' ? await repair() : repair)
    const answer = await ask(present)
    const got = faultOf(answer) ?? (answer.status < 400 ? 'accepted' : { status: answer.status })
    const wanted = expected === 'accepted' ? expected : { code: expected.code, status: expected.status }
    assert.deepEqual(got, wanted, `row ${index + 1}: ${JSON.stringify(answer.body)}`)
    const rule = first && (await ruleBehind(first.seenBy, answer))
    if (rule !== undefined) refusedBy.push(rule)
  }
  for (const climb of climbs) inOrder(climb, refusedBy)
}

/**
 * The same for an answer that tells everything that stands against it: each row repairs what stood first in the row
 * before. Answers the codes in their order.
 */
export async function ladderOfReasons<Request extends object>(
  ask: (request: Request) => Promise<readonly number[]>,
  request: Request,
  rungs: readonly (readonly [Rung<Request>[0], code: number | 'none'])[],
  climb: Pick<Climb, 'of'>,
): Promise<void> {
  assert.ok(rulesOf(climb.of).length > 0)
  let present = request
  for (const [index, [repair, expected]] of rungs.entries()) {
    present = changed(present, typeof repair === 'function' ? await repair() : repair)
    const codes = await ask(present)
    assert.equal(codes[0] ?? 'none', expected, `row ${index + 1}: ${codes.join(', ')}`)
  }
}

async function ruleBehind({ operator }: Session, answer: RawAnswer): Promise<string | undefined> {
  const id = answer.headers.get('tenantry-request-log')?.split('/').at(-1)
  return id === undefined ? undefined : await assertSaysWhy(operator, id)
}

/** The names of the rules of lists, in order. */
function rulesOf(titles: Climb['of']): string[] {
  return [titles].flat().flatMap((title) => {
    const list = ruleLists.get(title)
    assert.ok(list, `there is no list "${title}"`)
    return list.map(({ name }) => name)
  })
}

/** Rows follow the list, and every rule has its row or a reason why it has none. */
function inOrder({ of, apart = {} }: Climb, refusedBy: readonly string[]): void {
  const names = rulesOf(of)
  const isApart = (name: string) => typeof apart !== 'string' && Object.hasOwn(apart, name)
  const climbed = refusedBy.filter((name) => names.includes(name) && !isApart(name))
  const places = climbed.map((name) => names.indexOf(name))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    `the order of "${String(of)}" is kept by ${climbed.join(', ')}`,
  )
  const without = names.filter((name) => !climbed.includes(name) && !isApart(name))
  if (typeof apart !== 'string') assert.deepEqual(without, [], `rules of "${String(of)}" that no row breaks`)
  else assert.ok(climbed.length > 3, `the ladder of "${String(of)}" has more than three rungs`)
}
