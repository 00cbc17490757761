/** The names between braces in a text: `Placeholders<'Subscription {subscriptionId} …'>` is `'subscriptionId'`. */
export type Placeholders<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

export type Params<T extends string> = { readonly [Name in Placeholders<T>]: string | number }

export type FaultStatus = 200 | 400 | 401 | 403 | 404 | 408 | 409 | 417 | 500 | 501

/**
 * One row of the error catalogue. The number alone is no key: 2006 and 800082 stand in the list twice, with another
 * status, and one code can have two texts. Hence a fault is known by its property name in the catalogue.
 */
export interface FaultSpec<T extends string = string> {
  readonly code: number
  readonly status: FaultStatus
  readonly message: T
}

/** Keeps the message a literal type, so that its placeholders are known to the compiler. */
export const spec = <const T extends string>(
  code: number,
  status: FaultStatus,
  message: T,
): FaultSpec<T> => ({ code, status, message })

type FaultArea = 'subscriptions' | 'purchasing' | 'identity'

/** `documented`: a Microsoft page says so; `inferred`: it follows from one; `assumed`: the pages are silent. */
type Provenance = 'documented' | 'inferred' | 'assumed'

/** When an operation raises a fault, in words. */
export interface FaultCondition {
  readonly operation: string
  readonly when: string
  /** Where the check stands among the others; empty when its place does not matter. */
  readonly precedence: string
  readonly provenance: Provenance
}

export interface FaultConditions {
  readonly area: FaultArea
  readonly conditions: readonly FaultCondition[]
}

/** The languages beside English. */
export type Translation = 'nl-NL' | 'pt-PT' | 'cs-CZ'

export type SamePlaceholders<A extends string, B extends string> = [Placeholders<A>] extends [Placeholders<B>]
  ? [Placeholders<B>] extends [Placeholders<A>]
    ? true
    : false
  : false

/** A fault that is declared with all that there is to say of it. */
export interface ExtraFaultSpec<T extends string = string> extends FaultSpec<T> {
  readonly texts: Readonly<Record<Translation, string>>
  readonly raised: FaultConditions
}

/** A translation that has other placeholders than the English text does not compile. */
export const extra = <const T extends string, const Texts extends Readonly<Record<Translation, string>>>(
  code: number,
  status: FaultStatus,
  message: T,
  texts: Texts & { readonly [L in Translation]: SamePlaceholders<T, Texts[L]> extends true ? string : T },
  raised: FaultConditions,
): ExtraFaultSpec<T> => ({ code, status, message, texts, raised })

/** A catalogued error on its way to the caller. It rolls the request's transaction back. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly spec: FaultSpec
  readonly params: Readonly<Record<string, string | number>>
  /** Extra strings for the answer's `data` member; empty for most faults. */
  readonly details: readonly string[]

  constructor(
    spec: FaultSpec,
    params: Readonly<Record<string, string | number>>,
    details: readonly string[] = [],
  ) {
    super(`${spec.code}: ${fillIn(spec.message, params)}`)
    this.spec = spec
    this.params = params
    this.details = details
  }

  /** The same fault, with strings for `data` that say what exactly is wrong. */
  with(...details: readonly string[]): Fault {
    return new Fault(this.spec, this.params, details)
  }
}

type Args<T extends string> = [Placeholders<T>] extends [never] ? [] : [params: Params<T>]

/** The one way to raise a catalogued error: `throw fault(faults.x, { … })`. */
export function fault<T extends string>(spec: FaultSpec<T>, ...[params]: Args<T>): Fault {
  return new Fault(spec, params ?? {})
}

/** Puts the values in place of `{name}`. */
export function fillIn(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder))
}
