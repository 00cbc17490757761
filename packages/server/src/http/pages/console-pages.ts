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

/** The web console. Its files are read once; what is not among them by name is not served, whatever a path says. */
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
    ['index.html', fileOf('text/html', textOf('index.html'))],
    ['styles.css', fileOf('text/css', textOf('styles.css'))],
    ['icon.svg', fileOf('image/svg+xml', textOf('icon.svg'))],
    ...scripts.map((path) => [path, fileOf('text/javascript', stripTypeScriptTypes(textOf(path)))] as const),
  ])
}

const textOf = (path: string): string => readFileSync(fileURLToPath(new URL(path, folder)), 'utf8')

const fileOf = (type: string, text: string): ConsoleFile => ({
  type: `${type}; charset=utf-8`,
  text,
  etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
})
