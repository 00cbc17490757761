/** The published API; the rest of what a server answers has manners of its own. */
export const isPublished = (url: string | undefined): boolean => /^\/v1(?:[/?#]|$)/i.test(url ?? '')
