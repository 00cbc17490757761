/** The languages that the error catalogue is published in. */
export type ReasonLocale = 'en-US' | 'nl-NL' | 'pt-PT' | 'cs-CZ'

/**
 * One row of an eligibility code space. Unlike a fault it is no answer of its own: it rides inside a successful answer,
 * in a code space that starts at 0 or 1 for each resource.
 */
export interface Reason {
  readonly code: number
  /** The member's name in the published enumeration. */
  readonly name: string
  readonly descriptions: Readonly<Record<ReasonLocale, string>>
}

/** A reason as it stands in an answer. */
export interface WireReason {
  code: number
  description: string
}

/** Picks the language; a language without texts of its own gets English. */
export const describe = (reason: Reason, locale: string): WireReason => ({
  code: reason.code,
  description: reason.descriptions[locale as ReasonLocale] ?? reason.descriptions['en-US'],
})
