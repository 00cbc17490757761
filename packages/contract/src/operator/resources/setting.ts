import { Type, type Static } from 'typebox'
import { Anything, text } from './common.ts'

const effectiveFrom = text('The day from which the value holds, until the next row’s.')
const value = Type.Unknown({ description: 'What fits the policy’s own schema.' })

/** As the operator puts it: rows come in any order, and whence a value is known may be left out. */
export const PolicyRowRequest = Type.Object(
  { effectiveFrom, value, source: Type.Optional(text('A documentation page, or `assumed` with a reason.')) },
  { $id: 'PolicyRowRequest' },
)
export type PolicyRowRequest = Static<typeof PolicyRowRequest>

export const PolicyRow = Type.Object(
  { effectiveFrom, value, source: text('A documentation page, `assumed` with a reason, or `operator`.') },
  { $id: 'PolicyRow' },
)
export type PolicyRow = Static<typeof PolicyRow>

export const PolicyEntry = Type.Object(
  {
    name: Type.String(),
    schema: Anything('The JSON schema of a value.'),
    rows: Type.Array(PolicyRow, {
      description: 'In order of date; before the first one’s date it holds too.',
    }),
  },
  { $id: 'PolicyEntry' },
)
export type PolicyEntry = Static<typeof PolicyEntry>

/** The JSON schema of each is listed with it: outside parties are the server's, one file each. */
export const CollaboratorState = Type.Unknown({
  $id: 'CollaboratorState',
  description: 'What fits the collaborator’s own schema.',
})

export const CollaboratorEntry = Type.Object(
  { name: Type.String(), schema: Anything('The JSON schema of the state.'), state: CollaboratorState },
  { $id: 'CollaboratorEntry' },
)
export type CollaboratorEntry = Static<typeof CollaboratorEntry>
