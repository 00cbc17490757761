import { Type, type Static } from 'typebox'
import { moment, strictly, text } from './common.ts'

const mode = Type.Enum(['live', 'fixed'], {
  description: '`live` runs with the wall clock, `fixed` moves only when it is told to.',
})
export const ClockMode = mode

export const ClockState = Type.Object({ mode, now: moment('Business time.') }, { $id: 'ClockState' })
export type ClockState = Static<typeof ClockState>

export const ClockChange = strictly(
  { mode: Type.Optional(mode), now: Type.Optional(text('A later moment; what is due on the way runs.')) },
  { $id: 'ClockChange' },
)

export const ClockStep = Type.Union(
  [
    strictly({ by: text('An ISO 8601 duration, for example P1M or PT12H.') }),
    strictly({ to: text('A moment, for example 2027-01-31T00:00:00Z.') }),
    strictly({ until: Type.Literal('next-event') }),
  ],
  { $id: 'ClockStep' },
)
export type ClockStep = Static<typeof ClockStep>

export const Advanced = Type.Object(
  {
    from: moment('Where the clock stood.'),
    now: moment('Where it stands.'),
    ran: Type.Integer({ description: 'How many entries of the agenda ran.' }),
    events: Type.Array(
      Type.Object({
        at: moment('Business time.'),
        type: Type.String(),
        subject: text('The id of what changed.'),
      }),
    ),
    truncated: Type.Boolean({ description: 'There were more events than are told.' }),
  },
  { $id: 'Advanced' },
)
export type Advanced = Static<typeof Advanced>
