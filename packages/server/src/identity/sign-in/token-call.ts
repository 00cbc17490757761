import type { FastifyRequest } from 'fastify'
import type { EntraErrorBody } from './entra-error.ts'
import type { TokenRequest } from './token-request.ts'

/** A call of a token endpoint as the request log shows it: without anything that would let somebody in. */
export interface TokenCall {
  readonly requestId: string
  readonly correlationId: string
  readonly request: Readonly<Record<string, string>>
  readonly status: number
  readonly answer: Readonly<Record<string, unknown>>
  /** The number behind `AADSTS`. */
  readonly code: number | undefined
  readonly tenant: string
  readonly clientId: string | undefined
}

/** Told of every call of a token endpoint; answers where it is kept. */
export type RecordTokenCall = (request: FastifyRequest, call: TokenCall) => string

/** Members that say what was asked for. Of all others only the name is shown, and of unknown ones not even that. */
const shown = [
  'grant_type',
  'client_id',
  'resource',
  'scope',
  'response_type',
  'requested_token_use',
  'client_info',
]
const secret = [
  ...['client_secret', 'client_assertion', 'client_assertion_type', 'assertion', 'refresh_token', 'code'],
  ...['code_verifier', 'device_code', 'username', 'password', 'redirect_uri'],
]
const secretAnswers = ['access_token', 'refresh_token', 'id_token']
const takenOut = '(taken out)'

/** A value is no longer than that where the log shows it. */
const lengthMax = 256

export function tokenRequestView({ form, basic }: TokenRequest): Readonly<Record<string, string>> {
  const view: Record<string, string> = {}
  for (const name of shown) if (form[name] !== undefined) view[name] = form[name].slice(0, lengthMax)
  for (const name of secret) if (form[name] !== undefined) view[name] = takenOut
  if (basic !== undefined) view['authorization'] = `Basic, for client ${basic.clientId.slice(0, 64)}`
  const known = new Set([...shown, ...secret])
  const unknown = Object.keys(form).filter((name) => !known.has(name)).length
  if (unknown > 0) view['further'] = `${unknown} unknown members`
  return view
}

export const tokenAnswerView = (
  answer: Readonly<Record<string, unknown>> | EntraErrorBody,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [name, secretAnswers.includes(name) ? takenOut : value]),
  )
