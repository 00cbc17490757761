/** The JSON reader of the official client goes no deeper; deeper bodies would fill the stack of whatever walks them. */
const depthMax = 64

/** Reads a body's text; throws a `SyntaxError` for what is no JSON or is nested too deeply to be read. */
export function readJson(text: string): unknown {
  if (isTooDeep(text)) throw new SyntaxError(`JSON nested deeper than ${depthMax} levels`)
  return JSON.parse(text) as unknown
}

/** Counts brackets outside strings. Of a text that is no JSON the answer means nothing, and the parser refuses it. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let isInString = false
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (isInString) {
      if (code === backslash) i += 1
      else if (code === quote) isInString = false
    } else if (code === quote) isInString = true
    else if (code === openBracket || code === openBrace) {
      depth += 1
      if (depth > depthMax) return true
    } else if (code === closeBracket || code === closeBrace) depth -= 1
  }
  return false
}

const [quote, backslash] = [0x22, 0x5c]
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]
