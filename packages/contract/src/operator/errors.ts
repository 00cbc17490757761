/**
 * Every refusal of the operator API. It has no part in the published catalogue: its body is `{error: {code, message}}`,
 * and the message says what to do about it.
 */
export const operatorErrors = {
  unauthorized: { status: 401, when: 'the operator key is missing or wrong' },
  'bad-request': {
    status: 400,
    when: 'a parameter, a header or the body does not fit; the message names it',
  },
  'not-found': { status: 404, when: 'what the request names is not there, or not in this world' },
  'clock-goes-back': {
    status: 400,
    when: 'the clock was to stand at an earlier moment; branch or reset the world',
  },
  'advance-stopped': {
    status: 500,
    when: 'a due entry failed: what ran before it is kept, the clock stands at it',
  },
  'world-malformed': { status: 400, when: 'the name is no name for a world' },
  'world-taken': { status: 409, when: 'there is a world of that name already' },
  'world-unknown': { status: 404, when: 'there is no world of that name' },
  'world-main': { status: 400, when: 'the main world can be reset, but not removed' },
  'unusable-seed': { status: 400, when: 'the seed is no name of one and no world file that fits' },
  'newer-copy': { status: 400, when: 'the file is an exported world of a later version' },
  'unreadable-copy': { status: 400, when: 'the file is no exported world, or not one that fits' },
  unavailable: { status: 503, when: 'the database takes no work now; ask again' },
  defect: { status: 500, when: 'the server has a bug; its log says which' },
} as const satisfies Readonly<Record<string, OperatorErrorSpec>>

export interface OperatorErrorSpec {
  readonly status: number
  readonly when: string
}

export type OperatorErrorCode = keyof typeof operatorErrors
