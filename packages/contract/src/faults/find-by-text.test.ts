import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { locales, type Locale } from '../locales/index.ts'
import { fillIn } from './fault.ts'
import { findByText } from './find-by-text.ts'
import { everyFault, type AnyFaultName } from './index.ts'
import { faultOfRow, publishedRows } from './published-texts.ts'

const names = (pasted: string): AnyFaultName[] => findByText(pasted).map(({ fault }) => fault)

suite('a pasted text', () => {
  for (const locale of Object.keys(locales) as Locale[]) {
    test(`is found in ${locale}, whatever its placeholders are filled with`, () => {
      for (const name of Object.keys(everyFault) as AnyFaultName[]) {
        const spec = everyFault[name]
        const values = [...spec.message.matchAll(/\{(\w+)\}/g)].map(([, param = ''], i) => [
          param,
          `a.b ${i} {x}`,
        ])
        const text = fillIn(locales[locale][name], Object.fromEntries(values))
        assert.ok(names(text).includes(name), `${name}: ${text}`)
      }
    })

    test(`is found as it was printed in ${locale}`, () => {
      for (const row of publishedRows[locale]) {
        const name = faultOfRow(row, locale)
        assert.ok(name !== undefined && names(row.text).includes(name), row.text)
      }
    })
  }

  test('that was repaired is told apart from what is answered now', () => {
    const [found] = findByText('Het abonnement met de id is 7f3a niet gevonden.')
    assert.deepEqual(found, {
      fault: 'subscriptionNotFound',
      locale: 'nl-NL',
      text: 'Het abonnement met de id is {0} niet gevonden.',
      isOriginal: true,
    })
    assert.equal(findByText('Het abonnement met id 7f3a is niet gevonden.')[0]?.isOriginal, false)
  })

  test('may be a log line or a whole body', () => {
    const line = '2026-01-15 ERROR [orders] 404: Subscription with ID 0b6c not found. (try 2)'
    assert.deepEqual(names(line), ['subscriptionNotFound'])
    const body = { code: 900102, description: 'Order ID not found', data: [], source: 'PartnerFD' }
    assert.deepEqual(names(JSON.stringify(body)), ['orderNotFound'])
  })

  test('finds every fault that says the same', () => {
    assert.deepEqual(names('access denied').sort(), ['callerHasNoAccess', 'tokenIsInvalid'])
  })

  test('may be a piece, in other capitals and quotes', () => {
    assert.ok(names('SANDBOX LIMIT has been').includes('sandboxLimitMet'))
    assert.ok(names('can’t check out an already').includes('cartAlreadySubmitted'))
  })

  test('that nobody says is not found', () => {
    for (const text of ['', '  ', 'x', 'the bakery is closed on Mondays', '{}', '[1]'])
      assert.deepEqual(findByText(text), [], text)
  })
})
