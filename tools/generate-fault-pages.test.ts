import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { faultPages } from './generate-fault-pages.ts'

suite('the reference pages of the faults', () => {
  const pages = faultPages()
  const overview = pages.get('docs/reference/faults/README.md') ?? ''

  test('have one page for each code and status, and an overview that links to every one', () => {
    const keys = new Set(Object.values(everyFault).map(({ code, status }) => `${code}-${status}`))
    assert.equal(pages.size, keys.size + 1)
    for (const key of keys) {
      assert.ok(pages.has(`docs/reference/faults/${key}.md`), key)
      assert.ok(overview.includes(`](${key}.md)`), key)
    }
  })

  test('keep the rows of the overview whole', () => {
    const rows = overview.split('\n').filter((line) => line.startsWith('| ['))
    assert.equal(rows.length, Object.keys(everyFault).length)
    for (const row of rows) assert.equal(row.split(/(?<!\\)\|/).length, 9, row)
  })

  test('tell the rule, its provenance and the text in every language', () => {
    const page = pages.get('docs/reference/faults/900258-400.md') ?? ''
    assert.match(page, /the target subscription is not active\. \*\(documented\)\*/)
    for (const language of ['en-US', 'nl-NL', 'pt-PT', 'cs-CZ'])
      assert.ok(page.includes(`| ${language} | `), language)
    assert.match(page, /Recipe: none yet\./)
  })

  test('show both texts where one code has two', () => {
    const page = pages.get('docs/reference/faults/900134-400.md') ?? ''
    assert.match(page, /## transferAzurePlanNotPurchasable[^]*## transferPartnerOnRecordDiffers/)
  })

  test('tell whose words each text has, what was printed where it was repaired, and why', () => {
    const page = pages.get('docs/reference/faults/900134-400.md') ?? ''
    assert.match(page, /\| en-US \| This transfer request can't .* \| as published \|/)
    assert.match(page, /\| nl-NL \| Deze overdrachtsaanvraag .* \| repaired \|/)
    assert.match(page, /- nl-NL \(purchasable was lost.*\):\n {2}> Deze overdrachts aanvraag/)
    assert.match(page, /\| nl-NL \| .* \| ours \|/)
    const inCzech = pages.get('docs/reference/faults/400019-404.md') ?? ''
    assert.match(inCzech, /\| cs-CZ \| .* provést nový GET požadavek.* \| as published \|/)
  })

  test('name the endpoints and the recipe that are passed in', () => {
    const wired = faultPages({
      endpointsOf: (name) => (name === 'cartNotFound' ? ['GET /v1/customers/:customerId/carts/:cartId'] : []),
      recipeOf: (name) => (name === 'cartNotFound' ? 'expired-cart' : undefined),
    })
    const page = wired.get('docs/reference/faults/800008-404.md') ?? ''
    assert.match(page, /- `GET \/v1\/customers\/:customerId\/carts\/:cartId`/)
    assert.match(page, /Recipe: expired-cart\./)
  })
})
