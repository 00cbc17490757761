import { fault } from '@tenantry/contract/faults/fault.ts'
import { faults } from '@tenantry/contract/faults/index.ts'
import { rule, type Rule } from '../../../../kernel/rule.ts'
import type { RestrictedNames } from '../customer-policies.ts'

export interface NameFacts {
  /** A company's name, or a contact's first, middle or last name. */
  readonly kind: 'company' | 'person'
  readonly name: string
  readonly restricted: RestrictedNames
}

const see = 'partner-center/developer/validate-names-addresses'

const trimmed = ({ name }: NameFacts): string => name.trim()

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const hasMoreThanOneGrapheme = (text: string): boolean => [...graphemes.segment(text)].length !== 1
const isIdeograph = (text: string): boolean => /^\p{Script=Han}$/u.test(text)

/** A contact may have a name of one ideograph, as Chinese names are written in two fields. */
const nameIsLongEnough = rule<NameFacts>({
  name: 'nameIsLongEnough',
  holds: (facts) =>
    hasMoreThanOneGrapheme(trimmed(facts)) || (facts.kind === 'person' && isIdeograph(trimmed(facts))),
  fault: () => fault(faults.nameIsTooShort),
  see,
})

/** The portal's page says less than 256; the text of the error decides. */
const companyNameIsShortEnough = rule<NameFacts>({
  name: 'companyNameIsShortEnough',
  holds: ({ kind, name }) => kind !== 'company' || name.length <= 220,
  fault: () => fault(faults.companyNameIsTooLong),
  decidedBy: ({ name }) => ({ length: name.length }),
  see,
})

/** The address resource says 50; the text of the error decides. */
const personNameIsShortEnough = rule<NameFacts>({
  name: 'personNameIsShortEnough',
  holds: ({ kind, name }) => kind !== 'person' || name.length <= 40,
  fault: () => fault(faults.personNameIsTooLong),
  decidedBy: ({ name }) => ({ length: name.length }),
  see,
})

/** Signs such as © that are pictures only in some fonts count as forbidden characters instead. */
const nameHasNoEmoji = rule<NameFacts>({
  name: 'nameHasNoEmoji',
  holds: ({ name }) =>
    !/\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}|\p{Regional_Indicator}/u.test(name),
  fault: () => fault(faults.nameHasEmoji),
  see,
})

const nameHasMoreThanNumbers = rule<NameFacts>({
  name: 'nameHasMoreThanNumbers',
  holds: (facts) => !/^[\p{N}\s]+$/u.test(trimmed(facts)),
  fault: () => fault(faults.nameHasOnlyNumbers),
  see,
})

const nameHasMoreThanSpecialCharacters = rule<NameFacts>({
  name: 'nameHasMoreThanSpecialCharacters',
  holds: ({ name }) => /[\p{L}\p{N}]/u.test(name),
  fault: () => fault(faults.nameHasOnlySpecialCharacters),
  see,
})

const nameIsNotRestricted = rule<NameFacts>({
  name: 'nameIsNotRestricted',
  holds: (facts) => {
    const name = trimmed(facts).toLowerCase().replaceAll(/\s+/g, ' ')
    const { companyTokens, contactPlaceholders, refusesRepetition } = facts.restricted
    if (facts.kind === 'person') return !contactPlaceholders.includes(name)
    return !companyTokens.includes(name) && !(refusesRepetition && isRepetition(name))
  },
  fault: ({ name }) => fault(faults.nameIsNotAllowed, { name }),
  see,
})

/** `aaaa`, or `a b c`. */
const isRepetition = (name: string): boolean => /^(.)\1{2,}$/u.test(name) || /^\S(\s\S)+$/u.test(name)

const allowed = /^[\p{L}\p{M}\p{N}\p{Zs}~#+$@,`();'"\-.:=%^&*<>{}[\]\\/|!?_–—‘’⟨⟩،]*$/u

const nameHasOnlyAllowedCharacters = rule<NameFacts>({
  name: 'nameHasOnlyAllowedCharacters',
  holds: ({ name }) => allowed.test(name),
  fault: () => fault(faults.nameHasForbiddenCharacters),
  see,
})

/** For one name; their order is assumed. */
export const nameRules = [
  nameIsLongEnough,
  companyNameIsShortEnough,
  personNameIsShortEnough,
  nameHasNoEmoji,
  nameHasMoreThanNumbers,
  nameHasMoreThanSpecialCharacters,
  nameIsNotRestricted,
  nameHasOnlyAllowedCharacters,
] as const satisfies readonly Rule<NameFacts>[]
