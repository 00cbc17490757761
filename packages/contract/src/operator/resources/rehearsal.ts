import { Type, type Static } from 'typebox'
import { Anything, moment, nonEmpty, strictly, text } from './common.ts'
import { LedgerEntry } from './ledger.ts'
import { TracedCheck } from './request.ts'

export const MoveFault = Type.Object(
  { code: Type.Integer(), status: Type.Integer(), description: Type.String() },
  { $id: 'MoveFault' },
)
export type MoveFault = Static<typeof MoveFault>

/** Something that can be done to a subscription, or cannot now. */
export const Move = Type.Object(
  {
    operation: text('For example `decreaseQuantity`.'),
    allowed: Type.Boolean(),
    fault: Type.Optional(MoveFault),
    faults: Type.Optional(
      Type.Array(MoveFault, { description: 'All that stands against it, the deciding one first.' }),
    ),
    until: Type.Optional(moment('The last instant at which it is allowed, where one is in sight.')),
    endpoint: text('The endpoint’s name in the contract.'),
    params: Type.Optional(
      Type.Record(Type.String(), Type.String(), {
        description: 'Of the path, beside the subscription’s own.',
      }),
    ),
    changes: Anything('What of the request’s body is not sent back as it was read.'),
  },
  { $id: 'Move' },
)
export type Move = Static<typeof Move>

export const PreviewRequest = strictly(
  {
    partnerTenantId: Type.Optional(nonEmpty('Whose request it is; not needed for the clock.')),
    userPrincipalName: Type.Optional(nonEmpty('As which user; an admin agent of the partner when absent.')),
    method: Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']),
    path: nonEmpty('/v1/… or /_tenantry/clock/advance, whose body may name a subscriptionId.'),
    body: Type.Optional(Type.Unknown()),
    headers: Type.Optional(Type.Record(Type.String(), Type.String())),
  },
  { $id: 'PreviewRequest' },
)
export type PreviewRequest = Static<typeof PreviewRequest>

/** A resource as it would be, beside what it is now. */
export const PreviewedChange = Type.Object(
  {
    resource: Type.Enum(['Order', 'Subscription']),
    partnerTenantId: text('With which partner: a transfer changes what two of them have.'),
    id: Type.String(),
    customerId: Type.String(),
    before: Type.Unknown({ description: 'Null for a new one.' }),
    after: Type.Unknown(),
  },
  { $id: 'PreviewedChange' },
)
export type PreviewedChange = Static<typeof PreviewedChange>

export const PreviewedEvent = Type.Object(
  {
    at: moment('Business time.'),
    type: Type.String(),
    subject: text('The id of what would change.'),
    details: Type.Optional(
      Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
    ),
  },
  { $id: 'PreviewedEvent' },
)
export type PreviewedEvent = Static<typeof PreviewedEvent>

export const Preview = Type.Object(
  {
    answer: Type.Object({
      status: Type.Integer(),
      headers: Type.Record(Type.String(), Type.String()),
      body: Type.Unknown({ description: 'Null where there is none.' }),
    }),
    changes: Type.Array(PreviewedChange),
    ledger: Type.Array(LedgerEntry),
    events: Type.Array(PreviewedEvent),
    trace: Type.Array(TracedCheck, { description: 'The check that decided, then the others in order.' }),
  },
  { $id: 'Preview' },
)
export type Preview = Static<typeof Preview>
