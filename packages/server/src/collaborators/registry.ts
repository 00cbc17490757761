import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * The registry of partner ids (PLA, formerly MPN ids), where it knows more than the world's partner accounts say: ids
 * without an account, ids that were shut, enrolments in the AI Cloud Partner Program.
 */
export const registry = collaborator({
  name: 'registry',
  schema: Type.Object(
    {
      partnerIds: Type.Record(
        Type.String({ pattern: '^[0-9]{1,18}$' }),
        Type.Object(
          {
            status: Type.Union([Type.Literal('active'), Type.Literal('inactive')]),
            isAdvisor: Type.Optional(Type.Boolean()),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  initial: { partnerIds: {} },
})
