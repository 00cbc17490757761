import { Type, type Static } from 'typebox'
import { text } from './common.ts'

export const FaultPage = Type.Object(
  {
    name: text('In the contract: one code can stand for two faults.'),
    code: Type.Integer(),
    status: Type.Integer(),
    area: Type.String(),
    texts: Type.Record(Type.String(), Type.String(), { description: 'By locale.' }),
    sources: Type.Record(Type.String(), Type.Enum(['published', 'repaired', 'ours']), {
      description: 'By locale: the text is the published one, that one repaired, or ours.',
    }),
    originals: Type.Array(
      Type.Object({ locale: Type.String(), text: Type.String(), reason: Type.String() }),
      {
        description: 'What was published where it was repaired, and why it was.',
      },
    ),
    endpoints: Type.Array(Type.String(), { description: 'Those that declare it, as `POST /v1/…`.' }),
    recipe: Type.Optional(text('The recipe that reaches it: `tenantry provoke CODE`.')),
    conditions: Type.Array(
      Type.Object({
        operation: Type.String(),
        when: Type.String(),
        provenance: Type.Enum(['documented', 'inferred', 'assumed']),
      }),
    ),
  },
  { $id: 'FaultPage' },
)
export type FaultPage = Static<typeof FaultPage>
