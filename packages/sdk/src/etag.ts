/** The ETag that a resource carries in its `attributes`. */
export function etagOf(resource: unknown): string | undefined {
  if (typeof resource !== 'object' || resource === null || !('attributes' in resource)) return undefined
  const attributes = resource.attributes
  if (typeof attributes !== 'object' || attributes === null || !('etag' in attributes)) return undefined
  return typeof attributes.etag === 'string' ? attributes.etag : undefined
}

/**
 * The value of an `If-Match` header: the ETag between double quotes, whether it comes with them or not.
 * @see partner-center/developer/test-and-debug
 */
export const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`)
