import type { FastifyRequest } from 'fastify'

/** Of two hosts one proxy believes the first and the next one the second. @see https://www.rfc-editor.org/rfc/rfc9112#field.host */
export function hasOneHost({ raw: { rawHeaders } }: FastifyRequest): boolean {
  let hosts = 0
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = rawHeaders[i]
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1
  }
  return hosts <= 1
}
