import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operatorSdkFiles } from '../../tools/generate-operator-sdk.ts'
import { methodName, sdkFiles } from '../../tools/generate-sdk.ts'
import { cliHelp } from '../../tools/generate-cli-help.ts'
import { authzMatrix } from '../../tools/generate-authz-matrix.ts'
import { uncoveredFaults } from '../../tools/generate-uncovered-faults.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { operatorEndpoints } from '@tenantry/contract/operator/index.ts'
import { operatorClient } from '@tenantry/sdk/operator.ts'

test('a method of the SDK does not repeat what its area says', () => {
  assert.equal(methodName('carts', 'createCart'), 'create')
  assert.equal(methodName('orders', 'listOrders'), 'list')
  assert.equal(methodName('orders', 'checkOutCart'), 'checkOutCart')
})

test('every endpoint has a method of the SDK', () => {
  const text = [...sdkFiles().values()].join('\n')
  for (const name of Object.keys(endpoints)) assert.ok(text.includes(`['${name}']`), name)
})

test('every operator endpoint has its method where it says, and the client has no other', () => {
  const { options: _, ...client } = operatorClient({ url: 'http://127.0.0.1:1', key: '' })
  const methods = Object.entries(client).flatMap(([group, members]) =>
    typeof members === 'function' ? [group] : Object.keys(members).map((name) => `${group}.${name}`),
  )
  const calls = Object.values(operatorEndpoints).map(({ call }) => call)
  assert.deepEqual(methods.sort(), calls.sort())
})

test('a group of the operator client is of one area', () => {
  const { getClock } = operatorEndpoints
  assert.throws(
    () => operatorSdkFiles({ clock: { getClock }, time: { getTime: getClock } }),
    /operator.clock/,
  )
})

test('the authorisation matrix has a line for every endpoint', () => {
  assert.equal(authzMatrix().trimEnd().split('\n').length, Object.keys(endpoints).length + 1)
})

test('a fault with a recipe is not listed as uncovered', () => {
  assert.ok(!uncoveredFaults().includes('cartNotFound'))
})

test('the help of the command line names every command', () => {
  for (const command of [
    'start',
    'provoke',
    'advance',
    'world list',
    'world create',
    'world delete',
    'token',
    'faults',
    'explain',
  ]) {
    assert.match(cliHelp(), new RegExp(`^Usage: tenantry ${command} `, 'm'))
  }
})
