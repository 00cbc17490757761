import { nearestName } from '../../kernel/nearest.ts'
import type { Ignored } from '../request/bind.ts'
import { askedAgainstStored, type Difference } from './asked-and-stored.ts'
import type { LoggedRequest } from './request-log.ts'

export interface IgnoredView {
  readonly path: string
  readonly value: unknown
  /** The name that was probably meant. */
  readonly nearest?: string
}

/** What a request carried and nobody read. The likely names are looked for only now, when somebody asks. */
export const ignoredView = ({ ignored = [] }: LoggedRequest): IgnoredView[] =>
  ignored.map(({ path, value, known }) => {
    const nearest = nearestMember(path, known)
    return { path, value: shortened(value), ...(nearest === undefined ? {} : { nearest }) }
  })

function nearestMember(path: string, known: Ignored['known']): string | undefined {
  // By hand: a pattern that ends with the path would begin anew at each of its letters.
  const before = Math.max(...['.', '[', ']', '?'].map((mark) => path.lastIndexOf(mark)))
  return nearestName(path.slice(before + 1), known)
}

const lengthMax = 256

function shortened(value: unknown): unknown {
  const text = JSON.stringify(value) ?? ''
  return text.length <= lengthMax ? value : `${text.slice(0, lengthMax)}…`
}

const writes = new Set(['POST', 'PUT', 'PATCH'])

/** Where a write that was done was answered with something else than it asked for. */
export function differencesOf({ method, status, requestBody, answerBody }: LoggedRequest): Difference[] {
  if (!writes.has(method) || status < 200 || status >= 300) return []
  const [asked, stored] = [parsed(requestBody), parsed(answerBody)]
  return asked === undefined || stored === undefined ? [] : askedAgainstStored(asked, stored)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // There is none, or only the beginning of it was kept.
  }
}
