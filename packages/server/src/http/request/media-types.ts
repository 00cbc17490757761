/** JSON is what is answered: `application/json`, its older name, or anything that takes it. */
export function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true
  return accept.split(',').some((range) => {
    const [type = '', ...params] = range.split(';').map((part) => part.trim().toLowerCase())
    if (params.includes('q=0')) return false
    return (
      ['*/*', 'application/*', 'text/*', 'application/json', 'text/json'].includes(type) ||
      type.endsWith('+json')
    )
  })
}

/** A body without a stated type is read as JSON, as the published examples send it. */
export function bodyIsJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return true
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  return type === 'application/json' || type === 'text/json' || type.endsWith('+json')
}
