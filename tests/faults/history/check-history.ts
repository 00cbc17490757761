import { isDeepStrictEqual } from 'node:util'
import { checkBooks } from './check-books.ts'
import { isAccepted, isWrite, type Answer, type Attempt, type History, type NamedRequest } from './history.ts'
import type { AuditRow, WorldRows } from './world-rows.ts'

/**
 * Decides whether a world is what its clients were told. Each sentence of the answer is one thing that is wrong; an
 * empty list is a sound world.
 */
export function checkHistory(history: History, rows: WorldRows): string[] {
  return [
    ...history.attempts.flatMap(neverADefect),
    ...history.requests().flatMap((request) => oneAnswer(request, history.attemptsOf(request.name))),
    ...history
      .requests()
      .filter(isWrite)
      .flatMap((request) => oneEffect(request, history.attemptsOf(request.name), rows)),
    ...history.attempts.flatMap((attempt) => keptAsTold(attempt, rows)),
    ...chainsOfUpdates(rows),
    ...clockIsThere(history, rows),
    ...checkBooks(customersOf(history), rows),
  ]
}

/**
 * For a world that may have lost its end: what is kept is kept up to some moment. Nothing is there that began after
 * something else had ended that is gone.
 */
export function checkPrefix(history: History, rows: WorldRows): string[] {
  const effects = new Set(rows.audits.map(({ correlationId }) => correlationId))
  const writes = history.attempts.filter(({ request, answer }) => isWrite(request) && isAccepted(answer))
  const lost = writes.filter(({ request }) => !effects.has(request.name))
  return [
    ...chainsOfUpdates(rows),
    ...checkBooks(customersOf(history), rows),
    ...writes
      .filter(
        ({ request, beganAt }) =>
          effects.has(request.name) && lost.some(({ endedAt = 0 }) => endedAt < beganAt),
      )
      .map(({ request }) => `${nameOf(request)} is there, and something before it is gone`),
  ]
}

const customersOf = (history: History) => new Set(history.requests().map(({ customerId }) => customerId))

/** Whatever happens, a request is refused by a fault or told to come again: a defect is never an answer. */
function neverADefect({ request, answer }: Attempt): string[] {
  if (answer === undefined || answer.status < 500) return []
  return [`${nameOf(request)} was answered ${answer.status}`]
}

/** All answers to one name are the same one. What is not kept under a name (412) depends on the moment. */
function oneAnswer(request: NamedRequest, attempts: readonly Attempt[]): string[] {
  if (!isWrite(request)) return []
  const answers = attempts.flatMap(({ answer }) => (answer === undefined ? [] : [answer]))
  const [first] = answers
  return answers
    .filter((answer) => !isDeepStrictEqual(answer, first))
    .map((answer) => `${nameOf(request)} was answered ${told(first)} and then ${told(answer)}`)
}

/** Accepted: one audit record and the remembered answer. Not accepted: no effect. Never answered: at most one. */
function oneEffect(request: NamedRequest, attempts: readonly Attempt[], rows: WorldRows): string[] {
  const effects = rows.audits.filter(
    ({ correlationId, status }) => correlationId === request.name && status === 'succeeded',
  ).length
  const answer = attempts.find(({ answer }) => answer !== undefined)?.answer
  if (answer === undefined)
    return effects <= 1 ? [] : [`${nameOf(request)} had no answer and ${effects} effects`]
  const expected = isAccepted(answer) ? 1 : 0
  if (effects !== expected)
    return [`${nameOf(request)} was answered ${answer.status} and had ${effects} effects`]
  if (expected === 0) return []
  const kept = rows.answers.filter(({ requestId }) => requestId.startsWith(request.name))
  if (kept.length !== 1) return [`${nameOf(request)} has ${kept.length} remembered answers`]
  const [remembered] = kept
  const isSame =
    remembered?.status === answer.status && isDeepStrictEqual(JSON.parse(remembered.body), answer.body)
  return isSame ? [] : [`${nameOf(request)} is remembered with another answer`]
}

interface TaggedResource {
  readonly id: string
  readonly quantity: number
  readonly status: string
  readonly attributes: { readonly etag: string }
}

/** What an answer said is so, or was so until something newer came. */
function keptAsTold({ request, answer }: Attempt, rows: WorldRows): string[] {
  if (!isAccepted(answer)) return []
  const { wish } = request
  switch (wish.kind) {
    case 'cart':
      return rows.carts.some(({ id }) => id === idOf(answer)) ? [] : [`${nameOf(request)}: its cart is gone`]
    case 'checkout':
      return ordersAsTold(request, answer, rows)
    case 'transition': {
      const { operationId } = answer.body as { operationId: string }
      return rows.transitions.some(({ id }) => id === operationId)
        ? []
        : [`${nameOf(request)}: its transition is gone`]
    }
    case 'quantity':
    case 'cancel':
    case 'read':
      return versionAsTold(request, answer.body as TaggedResource, rows)
  }
}

function ordersAsTold(request: NamedRequest, answer: Answer, rows: WorldRows): string[] {
  const { orders } = answer.body as {
    orders: { id: string; lineItems: { subscriptionId: string; quantity: number }[] }[]
  }
  return orders.flatMap(({ id, lineItems }) => {
    const order = rows.orders.find((one) => one.id === id)
    if (order === undefined) return [`${nameOf(request)}: order ${id} is gone`]
    return lineItems
      .filter(
        (told) =>
          !order.lines.some(
            (line) => line.subscriptionId === told.subscriptionId && line.quantity === told.quantity,
          ),
      )
      .map(({ subscriptionId }) => `${nameOf(request)}: order ${id} has no line of ${subscriptionId}`)
  })
}

function versionAsTold(request: NamedRequest, told: TaggedResource, rows: WorldRows): string[] {
  const row = rows.subscriptions.find(({ id }) => id === told.id)
  if (row === undefined) return [`${nameOf(request)}: subscription ${told.id} is gone`]
  const version = versionOf(told)
  if (version > row.version)
    return [`${nameOf(request)}: version ${version} of ${told.id} is gone, it is at ${row.version}`]
  const isSame = row.quantity === told.quantity && row.status === told.status
  return version < row.version || isSame ? [] : [`${nameOf(request)}: ${told.id} is not as it was told`]
}

/** Each change of a subscription was made to the version that the one before it left: none went under. */
function chainsOfUpdates({ audits }: WorldRows): string[] {
  const seen = new Set<string>()
  return audits
    .filter((audit) => audit.operationType === 'update_subscription' && audit.status === 'succeeded')
    .flatMap(({ oldValue, newValue, correlationId }: AuditRow) => {
      const [before, after] = [oldValue as TaggedResource, newValue as TaggedResource]
      const key = `${before.id} ${versionOf(before)}`
      const wrong = []
      if (seen.has(key)) wrong.push(`two changes were made to ${before.id} at version ${versionOf(before)}`)
      if (versionOf(after) !== versionOf(before) + 1)
        wrong.push(`the change ${correlationId} of ${before.id} is no single step`)
      seen.add(key)
      return wrong
    })
}

function clockIsThere({ moves }: History, { now }: WorldRows): string[] {
  return moves
    .filter(({ to, isAnswered }) => isAnswered && Date.parse(to) > Date.parse(now))
    .map(({ to }) => `the clock stood at ${to} and stands at ${now} now`)
}

const versionOf = ({ attributes: { etag } }: TaggedResource): number =>
  (JSON.parse(Buffer.from(etag, 'base64').toString()) as { version: number }).version

const idOf = (answer: Answer): string => (answer.body as { id: string }).id

const nameOf = ({ wish, name }: NamedRequest): string => `${wish.kind} ${name}`

const told = (answer: Answer | undefined): string =>
  `${answer?.status} ${JSON.stringify(answer?.body)?.slice(0, 120)}`
