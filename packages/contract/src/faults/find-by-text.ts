import { locales, type Locale } from '../locales/index.ts'
import { everyFault, type AnyFaultName } from './index.ts'
import { literalsOf, textSource } from './published-texts.ts'

/** A text of the catalogue that is recognised in what somebody has pasted. */
export interface TextMatch {
  readonly fault: AnyFaultName
  readonly locale: Locale
  /** With its placeholders, as the catalogue has it or as a list has printed it. */
  readonly text: string
  /** It was printed so and is another text now. */
  readonly isOriginal: boolean
}

/**
 * The faults that speak in a pasted text, in any language, placeholders filled in or not: first those that say exactly
 * that; where there is none, those that are said in the midst of it, the longest first; else those that it is a piece of.
 * A whole error body is looked at for its description.
 */
export function findByText(pasted: string): TextMatch[] {
  const wanted = plain(descriptionIn(pasted))
  if (wanted === '') return []
  const readings = [isWhole, isWithin, isPiece]
  for (const reading of readings) {
    const found = known().filter((one) => reading(one, wanted))
    if (found.length > 0) return onePerFault(found.sort((a, b) => b.length - a.length))
  }
  return []
}

interface KnownText extends TextMatch {
  /** What stands between its placeholders, in plain letters. */
  readonly literals: readonly string[]
  /** Of all literals. */
  readonly length: number
}

let all: readonly KnownText[] | undefined

/** Made when it is first asked for: some two thousand texts. */
function known(): KnownText[] {
  all ??= (Object.keys(locales) as Locale[]).flatMap((locale) =>
    (Object.keys(everyFault) as AnyFaultName[]).flatMap((fault) => textsOf(fault, locale)),
  )
  return [...all]
}

function textsOf(fault: AnyFaultName, locale: Locale): KnownText[] {
  const source = textSource(fault, locale)
  const originals = source.kind === 'repaired' ? source.originals : []
  return [locales[locale][fault], ...originals].map((text, place) => {
    const literals = literalsOf(plain(text))
    const length = literals.reduce((sum, part) => sum + part.length, 0)
    return { fault, locale, text, isOriginal: place > 0, literals, length }
  })
}

const isWhole = ({ literals, length }: KnownText, wanted: string): boolean => {
  if (length < 3) return false
  const [first = '', ...others] = literals
  const last = others.pop()
  if (last === undefined) return wanted === first
  if (!wanted.startsWith(first) || !wanted.endsWith(last)) return false
  const end = endOf(others, wanted, first.length)
  return end !== undefined && end < wanted.length - last.length
}

/** Shorter texts are said in the midst of too much. */
const sayingLengthMin = 12

const isWithin = ({ literals, length }: KnownText, wanted: string): boolean =>
  length >= sayingLengthMin && endOf(literals, wanted, -1) !== undefined

/** Where the last of the literals ends, each behind the one before with room for a value between them. */
function endOf(literals: readonly string[], wanted: string, start: number): number | undefined {
  let end = start
  for (const part of literals) {
    const place = wanted.indexOf(part, end + 1)
    if (place === -1) return undefined
    end = place + part.length
  }
  return end
}

/** Fewer letters are a piece of everything. */
const pieceLengthMin = 6

const isPiece = ({ literals }: KnownText, wanted: string): boolean =>
  wanted.length >= pieceLengthMin && literals.some((part) => part.includes(wanted))

function onePerFault(found: readonly KnownText[]): TextMatch[] {
  const seen = new Set<AnyFaultName>()
  return found.flatMap(({ fault, locale, text, isOriginal }) => {
    if (seen.has(fault)) return []
    seen.add(fault)
    return [{ fault, locale, text, isOriginal }]
  })
}

/** Blanks, capitals, curly quotes and a full stop at the end make no difference. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .toLowerCase()

function descriptionIn(pasted: string): string {
  try {
    const body: unknown = JSON.parse(pasted)
    if (typeof body === 'object' && body !== null && 'description' in body) return String(body.description)
  } catch {
    // No body: the text itself.
  }
  return pasted
}
