import { Type, type Static } from 'typebox'
import { Anything, moment, strictly, text } from './common.ts'

export const RequestsQuery = strictly({
  code: Type.Optional(Type.Integer({ description: 'The catalogue’s code of the answer.' })),
  status: Type.Optional(Type.Integer()),
  requestId: Type.Optional(text('The MS-RequestId.')),
  path: Type.Optional(text('What the path contains, in any case.')),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, description: 'So many at a time; 100 when absent.' }),
  ),
})

export const TracedCheck = Type.Object(
  {
    check: Type.String(),
    held: Type.Boolean(),
    decided: Type.Optional(Type.Literal(true, { description: 'It decided the answer.' })),
    applied: Type.Optional(
      Type.Literal(false, { description: 'The rule had nothing to say here, and so held.' }),
    ),
    decidedBy: Anything('The values that decided it.'),
  },
  { $id: 'TracedCheck' },
)
export type TracedCheck = Static<typeof TracedCheck>

const summary = {
  id: Type.String(),
  requestId: text('The MS-RequestId, the client’s or one that was made.'),
  correlationId: Type.String(),
  at: moment('Business time.'),
  wallAt: moment('The wall clock’s.'),
  method: Type.String(),
  path: Type.String(),
  endpoint: text('The endpoint’s name in the contract; `unmatched` where no operation took the request.'),
  nearest: Type.Optional(text('Of an unmatched request, the operation that was probably meant.')),
  partnerTenantId: Type.Optional(Type.String()),
  caller: Type.Optional(text('The user, or the app that called alone.')),
  status: Type.Integer(),
  code: Type.Optional(Type.Integer({ description: 'Of a refusal, where it has one.' })),
  replayed: Type.Boolean({ description: 'It got the answer of an earlier call with the same MS-RequestId.' }),
  durationMs: Type.Number(),
}

/** One call in the request log. */
export const LoggedRequest = Type.Object(summary, { $id: 'LoggedRequest' })
export type LoggedRequest = Static<typeof LoggedRequest>

const body = Type.Unknown({ description: 'JSON, or a text where it is none; null where there is none.' })

export const LoggedRequestDetail = Type.Object(
  {
    ...summary,
    request: Type.Object({ body }),
    answer: Type.Object({ status: Type.Integer(), body }),
    trace: Type.Array(TracedCheck, { description: 'The check that decided, then the others in order.' }),
    ignored: Type.Array(
      Type.Object({
        path: text('Empty for a body where none is read; `?name` for a parameter of the query.'),
        value: Type.Unknown({ description: 'As it was sent.' }),
        nearest: Type.Optional(text('The name that was probably meant.')),
      }),
      { description: 'What it carried and nobody read.' },
    ),
    differences: Type.Array(
      Type.Object({
        path: Type.String(),
        asked: Type.Unknown({ description: 'As it was sent.' }),
        stored: Type.Unknown({ description: 'As it was answered.' }),
      }),
      { description: 'Of a write that was done, where the answer has something else than was asked.' },
    ),
    changes: Type.Array(Type.Object({ type: Type.String(), subject: text('The id of what changed.') })),
  },
  { $id: 'LoggedRequestDetail' },
)
export type LoggedRequestDetail = Static<typeof LoggedRequestDetail>
