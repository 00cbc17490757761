import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { locales, type Locale } from '../locales/index.ts'
import { everyFault, type AnyFaultName } from './index.ts'
import { faultOfRow, publishedRows, repairOf, saysTheSame, textSource } from './published-texts.ts'

const names = Object.keys(everyFault) as AnyFaultName[]
const languages = Object.keys(locales) as Locale[]

/** Rows of each stored list, and how many of them have lost their code. */
const sizes: Readonly<Record<Locale, readonly [rows: number, withoutCode: number]>> = {
  'en-US': [220, 14],
  'nl-NL': [168, 0],
  'pt-PT': [264, 0],
  'cs-CZ': [280, 0],
}

for (const locale of languages)
  suite(`the published list in ${locale}`, () => {
    const rows = publishedRows[locale]

    test('is whole', () => {
      assert.deepEqual([rows.length, rows.filter(({ code }) => code === null).length], sizes[locale])
    })

    test('is kept row by row: as it stands, or repaired with a reason', () => {
      for (const row of rows) {
        const name = faultOfRow(row, locale)
        assert.ok(name !== undefined, `${row.code}/${row.status} belongs to a fault: ${row.text}`)
        const isKept = saysTheSame(row.text, locales[locale][name])
        const reason = repairOf(name, locale)
        assert.ok(isKept || reason !== undefined, `${name}: "${row.text}" was reworded without a reason`)
      }
    })

    test('has no repair without something to repair', () => {
      for (const name of names) {
        if (repairOf(name, locale) === undefined) continue
        const source = textSource(name, locale)
        assert.equal(source.kind, 'repaired', name)
        assert.ok(
          source.kind === 'repaired' && source.originals.length > 0 && source.reason.length > 10,
          name,
        )
      }
    })

    test('numbers the placeholders that the texts name, and means the same ones by them', () => {
      for (const row of rows) {
        const name = faultOfRow(row, locale)
        if (name === undefined || !saysTheSame(row.text, locales[locale][name])) continue
        const numbers = [...row.text.matchAll(/\{[^{}]*\}/g)].map(([found]) => found)
        const named = [...locales[locale][name].matchAll(/\{[^{}]*\}/g)].map(([found]) => found)
        const known = meanings.get(name) ?? new Map<string, string>()
        for (const [place, number] of numbers.entries()) {
          const meaning = known.get(number) ?? named[place] ?? ''
          assert.equal(named[place], meaning, `${name}: ${number}`)
          known.set(number, meaning)
        }
        meanings.set(name, known)
      }
    })
  })

/** What each number means, over all languages. */
const meanings = new Map<AnyFaultName, Map<string, string>>()

test('a text that no list has is ours', () => {
  assert.deepEqual(textSource('requestIsMalformed', 'cs-CZ'), { kind: 'ours' })
  assert.deepEqual(textSource('multifactorAuthenticationRequired', 'en-US'), { kind: 'ours' })
})

test('a row is no fault of another language, and a reworded one is found out', () => {
  const [row] = publishedRows['nl-NL'].filter(({ code }) => code === 20000)
  assert.ok(row)
  assert.equal(faultOfRow(row, 'nl-NL'), 'orderNotFound')
  assert.equal(faultOfRow({ ...row, text: `${row.text} toch` }, 'nl-NL'), undefined)
})

test('a text of one status is not that of another', () => {
  for (const locale of languages) {
    const rows = publishedRows[locale].filter(({ code }) => code === 2006)
    for (const row of rows)
      assert.equal(
        faultOfRow(row, locale),
        row.status === 403 ? 'partnerNotValidForOffer' : 'offerUpdatesNotAllowed',
      )
  }
})
