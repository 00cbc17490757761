import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { invariant } from './invariant.ts'
import { compareDates, dateOf, isPlainDate, type Instant, type PlainDate } from './time.ts'

/** One state of a policy. It is in force from the start of `effectiveFrom` (UTC) until the next row's. */
export interface PolicyRow<T> {
  readonly effectiveFrom: PlainDate
  readonly value: T
  /** The documentation page as a slug, or `assumed` with a reason. */
  readonly source: string
}

/** A number or list that changes with time: windows, limits, enforcement dates. Rows are in order of date. */
export interface DatedPolicy<T> {
  readonly name: string
  readonly schema: TSchema
  readonly rows: readonly PolicyRow<T>[]
}

/** Checks the rows when the module loads, so that a wrong data file stops the start and not a request. */
export function datedPolicy<S extends TSchema>(declared: {
  readonly name: string
  readonly schema: S
  readonly rows: unknown
}): DatedPolicy<Static<S>> {
  return {
    name: declared.name,
    schema: declared.schema,
    rows: policyRows(declared.name, declared.schema, declared.rows),
  }
}

/** Throws a Defect that names the policy when a row does not fit. Also used for rows that the operator puts. */
export function policyRows<S extends TSchema>(
  name: string,
  schema: S,
  rows: unknown,
): PolicyRow<Static<S>>[] {
  invariant(Array.isArray(rows) && rows.length > 0, `policy ${name} has no rows`)
  const checked = rows.map((row: unknown, index) => policyRow(`policy ${name}, row ${index}`, schema, row))
  return checked.sort((a, b) => compareDates(a.effectiveFrom, b.effectiveFrom))
}

function policyRow<S extends TSchema>(where: string, schema: S, row: unknown): PolicyRow<Static<S>> {
  invariant(
    typeof row === 'object' && row !== null && 'effectiveFrom' in row && 'value' in row,
    `${where} is no row`,
  )
  const { effectiveFrom, value } = row
  invariant(
    typeof effectiveFrom === 'string' && isPlainDate(effectiveFrom),
    `${where}: effectiveFrom is no date`,
  )
  invariant(Value.Check(schema, value), `${where}: value does not fit the schema`)
  const source = 'source' in row && typeof row.source === 'string' ? row.source : 'operator'
  return { effectiveFrom, value, source }
}

/** The value in force at `now`. Before the first row's date the first row holds: a policy always has a value. */
export function inForce<T>(rows: readonly PolicyRow<T>[], now: Instant): T {
  const today = dateOf(now)
  const row = rows.findLast((candidate) => candidate.effectiveFrom <= today) ?? rows[0]
  invariant(row !== undefined, 'a policy has at least one row')
  return row.value
}
