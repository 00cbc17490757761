import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { ruleLists } from '../../packages/server/src/checks.ts'

/** A list with more checks than this has a ladder: a test that breaks all of them and mends one after the other. */
const checksMax = 3

/** Ladders that stand beside their rules and need no server: where, and which test. */
const besideTheRules: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'Any request: the token': [
    'packages/server/src/identity/authenticate.test.ts',
    'the checks are made in the documented order, each hiding the next',
  ],
  'Create a customer': [
    'packages/server/src/areas/accounts/customers/creation/create-customer.test.ts',
    'creation refuses in its order: each row mends what the row before was refused for',
  ],
  'Confirm a customer agreement': [
    'packages/server/src/areas/accounts/agreements/confirm-agreement.test.ts',
    'confirmations are refused in their order',
  ],
  'A cart or its update: the request': [
    'packages/server/src/areas/purchases/carts/cart-request.test.ts',
    'A body is refused for one reason after the other',
  ],
  'A cart line': [
    'packages/server/src/areas/purchases/carts/lines/line-check.test.ts',
    'A line that is wrong in every way is refused for one reason after the other',
  ],
  'A cart line: an offer of the older program': [
    'packages/server/src/areas/purchases/carts/lines/legacy-rules.test.ts',
    'A line of the older program that is wrong in every way is refused for one reason after the other',
  ],
  'Any purchase: credit': [
    'packages/server/src/areas/purchases/orders/placing/credit-rules.test.ts',
    'The account is looked at from its state to its balance',
  ],
  'Check out a cart': [
    'tests/scenarios/purchases/carts.test.ts',
    'a checkout looks at the cart, then the partner, then the customer, then the lines',
  ],
}

/** Lists of purchases and profiles whose rules are tested one by one. It may only shrink. */
const withoutOne: readonly string[] = [
  'Update a billing profile',
  'Any purchase: the customer account',
  'A cart line: next-term instructions',
  'Any purchase: the partner on record',
  'Any purchase: risk',
  'Update an order: the request',
]

/** Lists whose order decides nothing. */
const withoutOrder = new Map([
  ['A cart line: an item that is not found', 'one part of an id is the first that is not known'],
  ['A transition: the source', 'all that is broken is told'],
  ['A transition: a subscription it may go into', 'all that is broken is told'],
  ['Migrate to new commerce: each subscription', 'all that is broken is told'],
])

const scenarios = globSync('tests/scenarios/**/*.test.ts').map((file) => readFileSync(file, 'utf8'))
/** What ladders say that they climb; `ladder` holds their rows against the list and the request log. */
const climbed = new Set(
  scenarios
    .flatMap((text) => [...text.matchAll(/\bof: ('[^']+'|\[[^\]]+\])/g)].map(([, titles = '']) => titles))
    .flatMap((titles) => [...titles.matchAll(/'([^']+)'/g)].map(([, title = '']) => title)),
)

const long = [...ruleLists].flatMap(([title, list]) => (list.length > checksMax ? [title] : []))

test('every list of more than three checks has its ladder', () => {
  const missing = long.filter(
    (name) => !climbed.has(name) && besideTheRules[name] === undefined && !withoutOrder.has(name),
  )
  assert.deepEqual(missing.toSorted(), withoutOne.toSorted())
})

test('a ladder that stands beside its rules is there', () => {
  for (const [file, title] of Object.values(besideTheRules))
    assert.ok(readFileSync(file, 'utf8').includes(`test('${title}'`), `${file} has "${title}"`)
})

test('what ladders climb are lists', () => {
  assert.deepEqual(
    [...climbed].filter((title) => !ruleLists.has(title)),
    [],
  )
})
