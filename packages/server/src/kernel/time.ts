declare const unit: unique symbol

/** A moment in UTC: milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [unit]: 'Instant' }

/** A calendar day in UTC, `2026-01-15`. Dates compare correctly as strings. */
export type PlainDate = string & { readonly [unit]: 'PlainDate' }

/** An ISO 8601 duration, for example `P1M`, `P1Y`, `PT36H`. */
export type Duration = string

export const hourMs = 3_600_000
export const dayMs = 24 * hourMs

/** For moments that come out of arithmetic or out of the store. */
export const instant = (epochMs: number): Instant => epochMs as Instant

const isoInstant =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|z|[+-]\d{2}:?\d{2})?)?$/

/**
 * Reads ISO 8601 with 0 to 9 fractional digits; digits below the millisecond are dropped. A moment without a zone is
 * UTC, as in the published examples of custom term end dates. A bare date is its first moment.
 */
export function findInstant(text: string): Instant | undefined {
  const match = isoInstant.exec(text)
  if (match === null) return undefined
  const [, date = '', hour = '0', minute = '0', second = '0', fraction = '', zone = 'Z'] = match
  if (!isPlainDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const timeMs = (Number(hour) * 60 + Number(minute)) * 60_000 + Number(second) * 1000
  const fractionMs = Number(fraction.padEnd(3, '0').slice(0, 3))
  return instant(dayNumber(date) * dayMs + timeMs + fractionMs - zoneMs(zone))
}

/** Throws a RangeError for text that is no ISO 8601 moment. */
export function parseInstant(text: string): Instant {
  const found = findInstant(text)
  if (found === undefined) throw new RangeError(`not an ISO 8601 moment: ${text}`)
  return found
}

function zoneMs(zone: string): number {
  if (zone === 'Z' || zone === 'z') return 0
  const sign = zone.startsWith('-') ? -1 : 1
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000
}

/** `2026-01-15T09:00:00Z`; the fraction is printed only when there is one. */
export function formatInstant(moment: Instant): string {
  const day = Math.floor(moment / dayMs)
  const ms = moment - day * dayMs
  const seconds = Math.floor(ms / 1000)
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`
  return `${dateOfDayNumber(day)}T${clock}${fraction}Z`
}

export function dateOf(moment: Instant): PlainDate {
  const day = Math.floor(moment / dayMs)
  // Most who ask in a row ask about the same day.
  if (day !== latest.day) latest = { day, date: dateOfDayNumber(day) }
  return latest.date
}

let latest = { day: 0, date: '1970-01-01' as PlainDate }

/** How the end of what has none is kept and printed. */
export const endless = '9999-12-31' as PlainDate

/** T00:00:00Z of the day. */
export const startOfDay = (date: PlainDate): Instant => instant(dayNumber(date) * dayMs)

/** T23:59:59Z of the day: how Partner Center prints the end of a whole day. */
export const endOfDay = (date: PlainDate): Instant => instant((dayNumber(date) + 1) * dayMs - 1000)

/** True for a day that exists, years 0001 to 9999. */
export function isPlainDate(text: string): text is PlainDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = fieldsOf(text as PlainDate)
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Throws a RangeError for a day that does not exist. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

/** The day a caller means by `2026-06-30`, `2026-06-30T00:00:00` or `2026-06-30T23:59:59Z`. */
export function findDate(text: string): PlainDate | undefined {
  const moment = findInstant(text)
  return moment === undefined ? undefined : dateOf(moment)
}

export const compareDates = (a: PlainDate, b: PlainDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)

export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a)

export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumber(date) + days)

/** Same day of the month, `months` later; where the month is too short, its last day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = fieldsOf(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** From `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: PlainDate, b: PlainDate): number => dayNumber(b) - dayNumber(a)

export const isLastOfMonth = (date: PlainDate): boolean => lastOfMonth(date) === date

export function lastOfMonth(date: PlainDate): PlainDate {
  const { year, month } = fieldsOf(date)
  return format(year, month, daysInMonth(year, month))
}

/** Counts calendar months, days ignored. */
export function monthNumber(date: PlainDate): number {
  const { year, month } = fieldsOf(date)
  return year * 12 + month
}

export const dayOfMonth = (date: PlainDate): number => Number(date.slice(8, 10))

/**
 * The last day, inclusive, of a term that starts on `start`. @see partner-center/customers/align-subscription-end-
 * dates
 */
export const termEnd = (start: PlainDate, duration: Duration): PlainDate =>
  addDays(addPeriod(start, duration), -1)

/** The first day after a term of `duration`; for whole-day durations only. */
export function addPeriod(start: PlainDate, duration: Duration): PlainDate {
  const { months, days } = parseDuration(duration)
  return addDays(addMonths(start, months), days)
}

const isoDuration =
  /^(-)?P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?)?$/

export interface DurationParts {
  readonly months: number
  readonly days: number
  readonly ms: number
}

export const isDuration = (text: string): boolean => isoDuration.test(text)

const parsed = new Map<Duration, DurationParts>()

/** Throws a RangeError for text that is no ISO 8601 duration. */
function parseDuration(duration: Duration): DurationParts {
  const known = parsed.get(duration)
  if (known !== undefined) return known
  const match = isoDuration.exec(duration)
  if (match === null) throw new RangeError(`not an ISO 8601 duration: ${duration}`)
  const [years, months, weeks, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part) => Number(part ?? 0))
  const sign = match[1] === '-' ? -1 : 1
  const parts = {
    months: sign * ((years ?? 0) * 12 + (months ?? 0)),
    days: sign * ((weeks ?? 0) * 7 + (days ?? 0)),
    ms: sign * Math.round((hours ?? 0) * hourMs + (minutes ?? 0) * 60_000 + (seconds ?? 0) * 1000),
  }
  // Durations come from requests too, so the memory of them is bounded.
  if (parsed.size < 256) parsed.set(duration, parts)
  return parts
}

/** Whole months of a term: 1, 12, 36 … */
export const monthsOf = (duration: Duration): number => parseDuration(duration).months

/** Calendar parts move the date and keep the time of day; the clock part is added after. */
export function addDuration(moment: Instant, duration: Duration): Instant {
  const { months, days, ms } = parseDuration(duration)
  const date = dateOf(moment)
  const timeOfDay = moment - startOfDay(date)
  return instant(startOfDay(addDays(addMonths(date, months), days)) + timeOfDay + ms)
}

const pad = (n: number): string => (n < 10 ? `0${n}` : String(n))

function fieldsOf(date: PlainDate): { year: number; month: number; day: number } {
  return { year: digits(date, 0) * 100 + digits(date, 2), month: digits(date, 5), day: digits(date, 8) }
}

/** The number that two digits make. */
const digits = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528

const format = (year: number, month: number, day: number): PlainDate =>
  `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}` as PlainDate

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01, by counting years from March so that the leap day comes last. */
function dayNumber(date: PlainDate): number {
  const { year, month, day } = fieldsOf(date)
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`. */
function dateOfDayNumber(days: number): PlainDate {
  const z = days + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return format(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
}
