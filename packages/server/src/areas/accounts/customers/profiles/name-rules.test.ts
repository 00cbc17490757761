import { test } from 'node:test'
import { ruleList, unmet } from '../../../../kernel/rule.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { parseInstant } from '../../../../kernel/time.ts'
import { restrictedNames } from '../customer-policies.ts'
import { nameRules } from './name-rules.ts'

const list = ruleList('names', nameRules)
const today = inForce(restrictedNames.rows, parseInstant('2026-01-15T00:00:00Z'))
const codeOf = (kind: 'company' | 'person', name: string, restricted = today): number | undefined => {
  const facts = { kind, name, restricted }
  return unmet(list, facts)[0]?.fault(facts).spec.code
}

const companies: readonly [string, number | undefined][] = [
  ['Contoso', undefined],
  ['3M Deutschland GmbH', undefined],
  ['AB', undefined],
  ['Łódź & Sons, Ltd. – “no”', 600097],
  ['Łódź & Sons, Ltd. – ‘yes’', undefined],
  ['株式会社コントソ', undefined],
  ['A', 600091],
  [' A ', 600091],
  ['漢', 600091],
  ['😀', 600091],
  ['a'.repeat(220), 600092],
  ['ab'.repeat(110), undefined],
  ['ab'.repeat(110) + 'c', 600100],
  ['ab😀'.repeat(110), 600100],
  ['Contoso 😀', 600096],
  ['Contoso 🇩🇪', 600096],
  ['Contoso ☎️', 600096],
  ['Contoso ©', 600097],
  ['12345', 600094],
  ['1 2 3', 600094],
  ['999', 600094],
  ['&$^#', 600095],
  ['- _ -', 600095],
  ['LLC', 600092],
  ['l.l.c.', 600092],
  ['Pte  Ltd', 600092],
  ['Private Limited', 600092],
  ['sdn bhd', 600092],
  ['Contoso LLC', undefined],
  ['aaa', 600092],
  ['aa', undefined],
  ['a b c', 600092],
  ['a\tb\tc', 600092],
  ['Contoso\u0007', 600097],
  ['Contoso\ttwo', 600097],
  ['Test', undefined],
]

for (const [name, code] of companies) {
  test(`the company name ${JSON.stringify(shown(name))} is ${code ?? 'fine'}`, (t) => {
    t.assert.equal(codeOf('company', name), code)
  })
}

const people: readonly [string, number | undefined][] = [
  ['Ana', undefined],
  ['李', undefined],
  ["O'Neill-Smith", undefined],
  ['X', 600091],
  ['あ', 600091],
  ['ab'.repeat(20), undefined],
  ['ab'.repeat(20) + 'c', 600093],
  ['Ana 😀', 600096],
  ['12345', 600094],
  ['---', 600095],
  ['test', 600092],
  ['ADMIN', 600092],
  ['nobody', 600092],
  ['n/a', 600092],
  ['Tester', undefined],
  ['llc', undefined],
  ['aaa', undefined],
  ['Ana\u200B', 600097],
]

for (const [name, code] of people) {
  test(`the person's name ${JSON.stringify(shown(name))} is ${code ?? 'fine'}`, (t) => {
    t.assert.equal(codeOf('person', name), code)
  })
}

test('every allowed special character may stand in a name', (t) => {
  for (const sign of '~#+$@,`();\'"-.:=%^&*<>{}[]\\/|!?_–—‘’⟨⟩،') {
    t.assert.equal(codeOf('company', `Contoso ${sign} two`), undefined, sign)
  }
})

test('600092 repeats the name as it was sent', (t) => {
  const facts = { kind: 'company' as const, name: 'GmbH', restricted: today }
  t.assert.match(unmet(list, facts)[0]?.fault(facts).message ?? '', /GmbH isn't allowed/)
})

test('before 2024 a company could be called by one repeated letter', (t) => {
  const then = inForce(restrictedNames.rows, parseInstant('2023-12-31T00:00:00Z'))
  t.assert.equal(codeOf('company', 'aaa', then), undefined)
  t.assert.equal(codeOf('company', 'LLC', then), 600092)
})

function shown(name: string): string {
  return name.length > 30 ? `${name.slice(0, 6)}… (${name.length})` : name
}
