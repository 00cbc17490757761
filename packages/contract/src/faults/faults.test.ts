import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { describe, locales, negotiateLocale, type Locale } from '../locales/index.ts'
import { faultConditions } from './conditions.ts'
import { fault, fillIn, type FaultSpec } from './fault.ts'
import { everyFault, extraFaults, faults, nameOf, type AnyFaultName } from './index.ts'

const names = Object.keys(everyFault) as AnyFaultName[]
const languages = Object.keys(locales) as Locale[]
const specs: readonly FaultSpec[] = Object.values(faults)
const keyOf = ({ code, status }: FaultSpec): string => `${code}/${status}`

/** One published number with two texts, because the published versions describe two conditions. */
const variants: Readonly<Record<string, string>> = {
  '600002/400': 'newer versions add refusals that have nothing to do with the registration number',
  '800016/400': 'the newest version speaks of the partner location account of an order',
  '900134/400': 'the newest version speaks of the partner on record instead of the Azure plan',
}

/** Published numbers that a fault outside the list has too. */
const sharedKeys: Readonly<Record<string, string>> = {
  '2002/400': 'the page of the promotions prints a text of its own for a discounted subscription',
}

suite('the published catalogue', () => {
  test('has 276 distinct keys and the multifactor fault', () => {
    const keys = new Set(specs.map(keyOf))
    assert.ok(keys.delete('900421/401'))
    assert.equal(keys.size, 276)
  })

  test('gives a key two names only where two texts are published for it', () => {
    const counts = Map.groupBy(specs, keyOf)
    const twice = [...counts].filter(([, group]) => group.length > 1).map(([key]) => key)
    assert.deepEqual(new Set(twice), new Set(Object.keys(variants)))
    assert.equal(specs.length, 277 + Object.keys(variants).length)
  })

  test('is not repeated by the faults outside it', () => {
    const keys = new Set(specs.map(keyOf))
    assert.deepEqual(
      Object.values(extraFaults)
        .map(keyOf)
        .filter((key) => keys.has(key)),
      Object.keys(sharedKeys),
    )
  })

  test('keeps two statuses of one number apart', () => {
    assert.equal(faults.offerUpdatesNotAllowed.code, faults.partnerNotValidForOffer.code)
    assert.equal(faults.offerUpdatesNotAllowed.status, 400)
    assert.equal(faults.partnerNotValidForOffer.status, 403)
  })

  test('names every declared fault and nothing else', () => {
    for (const name of names) assert.equal(nameOf(everyFault[name]), name)
    assert.throws(() => nameOf({ ...faults.cartNotFound }), /not declared/)
  })
})

suite('the texts', () => {
  for (const language of languages) {
    test(`say something for every fault in ${language}, within the published limit`, () => {
      const texts = locales[language]
      assert.deepEqual(new Set(Object.keys(texts)), new Set(names))
      for (const name of names) {
        assert.ok(texts[name].trim().length > 0, name)
        assert.equal(texts[name], texts[name].trim().replaceAll(/ {2,}/g, ' '), name)
        assert.ok(texts[name].length <= 1024, name)
      }
    })

    test(`have only named placeholders, the same ones in ${language} as in English`, () => {
      for (const name of names) {
        const text = locales[language][name]
        assert.deepEqual(placeholders(text), placeholders(everyFault[name].message), name)
        assert.doesNotMatch(fillIn(text, valuesFor(everyFault[name])), /[{}]/, name)
      }
    })
  }

  test('are translated: no language repeats the English sentences', () => {
    for (const language of languages.filter((l) => l !== 'en-US')) {
      const repeated = names.filter((name) => locales[language][name] === everyFault[name].message)
      assert.deepEqual(repeated, [], language)
    }
  })

  test('go to the caller filled in, in the language asked for', () => {
    const notFound = fault(faults.subscriptionNotFound, { subscriptionId: 'f00d' })
    assert.equal(describe(notFound, 'en-US'), 'Subscription with ID f00d not found.')
    assert.equal(describe(notFound, 'nl-NL'), 'Het abonnement met id f00d is niet gevonden.')
  })

  test('are cut to 1024 characters when a value is long', () => {
    const text = describe(fault(faults.nameIsNotAllowed, { name: 'x'.repeat(2000) }), 'cs-CZ')
    assert.equal(text.length, 1024)
    assert.ok(text.endsWith('…'))
  })
})

suite('the language of an answer', () => {
  const asked: readonly (readonly [string | undefined, Locale])[] = [
    ['nl-NL', 'nl-NL'],
    ['CS-cz', 'cs-CZ'],
    ['pt_PT', 'pt-PT'],
    ['pt-BR', 'pt-PT'],
    ['nl', 'nl-NL'],
    ['nl-BE, en;q=0.8', 'nl-NL'],
    ['en;q=0.4, cs;q=0.9', 'cs-CZ'],
    ['de-DE, pt;q=0.5', 'pt-PT'],
    ['nl;q=0, cs;q=0.1', 'cs-CZ'],
    ['en-GB, nl', 'en-US'],
    ['de-DE', 'en-US'],
    ['', 'en-US'],
    [';;q=x,,', 'en-US'],
    [undefined, 'en-US'],
  ]
  for (const [header, answer] of asked) {
    test(`is ${answer} for ${header ?? 'no header'}`, () => assert.equal(negotiateLocale(header), answer))
  }
})

suite('the conditions', () => {
  test('say for every fault when it is raised', () => {
    assert.deepEqual(new Set(Object.keys(faultConditions)), new Set(names))
    for (const name of names) assert.ok(faultConditions[name].conditions.length > 0, name)
  })

  test('use the known areas and provenances, and words only', () => {
    for (const [name, { area, conditions }] of Object.entries(faultConditions)) {
      assert.ok(['subscriptions', 'purchasing', 'identity'].includes(area), name)
      for (const { operation, when, provenance } of conditions) {
        assert.ok(['documented', 'inferred', 'assumed'].includes(provenance), name)
        assert.ok(operation.length > 0 && when.length > 20, name)
        assert.doesNotMatch(when, /[=<>{}_]|\bop:|\.$/, name)
      }
    }
  })

  test('refer only to declared codes for their precedence', () => {
    const codes = new Set(names.map((name) => everyFault[name].code))
    for (const [name, { conditions }] of Object.entries(faultConditions)) {
      for (const [code] of conditions.flatMap(({ precedence }) => [...precedence.matchAll(/\d{3,}/g)])) {
        assert.ok(codes.has(Number(code)), `${name}: ${code}`)
      }
    }
  })
})

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([found]) => found).sort()

const valuesFor = (spec: FaultSpec): Record<string, string> =>
  Object.fromEntries(placeholders(spec.message).map((found) => [found.slice(1, -1), 'value']))
