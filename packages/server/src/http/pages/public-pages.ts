import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { openApiDocument } from '@tenantry/contract/openapi.ts'
import type { FastifyInstance } from 'fastify'
import { registerConsolePages } from './console-pages.ts'

/** What needs no token: the console's files, the OpenAPI document and the page that reads it. */
export function registerPublicPages(app: FastifyInstance): void {
  registerConsolePages(app)

  let document: string | undefined
  app.get('/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(endpoints))
    return reply.type('application/json; charset=utf-8').send(document)
  })
  app.get('/docs', async (_request, reply) => {
    return reply
      .type('text/html; charset=utf-8')
      .header('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(referencePage())
  })
}

/** A list of every operation with its summary and faults: enough to find one's way without a script. */
function referencePage(): string {
  const rows = Object.entries(endpoints)
    .map(([name, { method, path, summary, faults }]) => {
      const codes = [...new Set(faults.map(({ code }) => code))].join(', ')
      return `<tr><td><code>${method}</code></td><td><code>${escaped(path)}</code></td><td id="${name}">${escaped(summary)}</td><td>${codes}</td></tr>`
    })
    .join('\n')
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Tenantry: API reference</title>
<style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem}table{border-collapse:collapse;width:100%}
td,th{border-bottom:1px solid #ccc;padding:.4rem .6rem;text-align:left;vertical-align:top}code{font-size:.9em;overflow-wrap:anywhere}</style></head>
<body><main><h1>Tenantry: API reference</h1>
<p>The operations that this server answers. The machine-readable document is <a href="/openapi.json">openapi.json</a>; that of the operator API is <code>/_tenantry/openapi.json</code>, with the operator key.</p>
<table><thead><tr><th scope="col">Verb</th><th scope="col">Path</th><th scope="col">What it does</th><th scope="col">Own fault codes</th></tr></thead>
<tbody>
${rows}
</tbody></table></main></body></html>`
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
