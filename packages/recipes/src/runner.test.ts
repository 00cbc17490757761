import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fits } from './runner.ts'
import { recipes } from './recipes/index.ts'

test('a description fits its text when every placeholder is filled in', () => {
  assert.ok(fits('Cart 7f is being processed (again)', 'Cart {cartId} is being processed (again)'))
  assert.ok(!fits('Cart {cartId} is being processed (again)', 'Cart {cartId} is being processed (again)'))
  assert.ok(!fits('Cart 7f is processed', 'Cart {cartId} is being processed'))
})

test('no two recipes have the same title', () => {
  const titles = recipes.map((recipe) => recipe.title)
  assert.deepEqual(
    titles.filter((title, index) => titles.indexOf(title) !== index),
    [],
  )
})
