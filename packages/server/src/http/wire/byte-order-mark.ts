/**
 * Every recorded JSON answer of the service begins with it, and its length counts it. Texts that are ASCII but for the
 * mark are written byte by byte, which is faster.
 */
export const byteOrderMark = '\uFEFF'
export const byteOrderMarkBytes = 3
/** The same three bytes, each as a character of its own. */
export const byteOrderMarkLatin1 = '\u00EF\u00BB\u00BF'
