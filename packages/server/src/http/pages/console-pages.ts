import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'

interface ConsoleFile {
  readonly type: string
  readonly text: string
  readonly etag: string
}

const folder = new URL('../../../../console/', import.meta.url)
const sdk = new URL('../../../../sdk/src/', import.meta.url)

/** Only the console's own scripts and styles run, they speak to this server alone, and no text becomes markup. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

/**
 * The web console, with the SDK that it speaks by. The files are read once; what is not among them by name is not
 * served, whatever a path says.
 */
export function registerConsolePages(app: FastifyInstance): void {
  let files: ReadonlyMap<string, ConsoleFile> | undefined
  const serve = (path: string): ConsoleFile | undefined => {
    files ??= readConsole()
    return files.get(path === '' ? 'index.html' : path)
  }
  for (const route of ['/console', '/console/*']) {
    app.get(route, async (request, reply) => {
      const { '*': path = '' } = request.params as { '*'?: string }
      const file = serve(path)
      if (file === undefined) return reply.status(404).send()
      void reply.headers({
        'Content-Security-Policy': policy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        // A server of another version on the same port must not meet the pages of this one.
        'Cache-Control': 'no-cache',
        ETag: file.etag,
      })
      if (request.headers['if-none-match'] === file.etag) return reply.status(304).send()
      return reply.type(file.type).send(file.text)
    })
  }
}

function readConsole(): Map<string, ConsoleFile> {
  const scripts = readdirSync(new URL('src/', folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `src/${path.replaceAll('\\', '/')}`)
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  return new Map([
    ['index.html', fileOf('text/html', textOf(new URL('index.html', folder)))],
    ['styles.css', fileOf('text/css', textOf(new URL('styles.css', folder)))],
    ['icon.svg', fileOf('image/svg+xml', textOf(new URL('icon.svg', folder)))],
    ...scripts.map((path) => [path, fileOf('text/javascript', scriptOf(new URL(path, folder)))] as const),
    ...sdkScripts().map(([path, text]) => [`sdk/${path}`, fileOf('text/javascript', text)] as const),
  ])
}

/** The operator's client and what it is made of, by their paths in the SDK; nothing else of it is served. */
function sdkScripts(): [path: string, text: string][] {
  const scripts = new Map<string, string>()
  const visit = (module: URL): void => {
    const path = module.href.slice(sdk.href.length)
    if (scripts.has(path)) return
    const text = scriptOf(module)
    scripts.set(path, text)
    for (const [, from = ''] of text.matchAll(/\bfrom '(\.[^']+)'/g)) visit(new URL(from, module))
  }
  visit(new URL('operator.ts', sdk))
  return [...scripts]
}

/** Without types, and with the SDK where the browser finds it: it knows no packages. */
const scriptOf = (file: URL): string =>
  stripTypeScriptTypes(textOf(file)).replaceAll(/(\bfrom ')@tenantry\/sdk\//g, '$1/console/sdk/')

const textOf = (file: URL): string => readFileSync(fileURLToPath(file), 'utf8')

const fileOf = (type: string, text: string): ConsoleFile => ({
  type: `${type}; charset=utf-8`,
  text,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
})
