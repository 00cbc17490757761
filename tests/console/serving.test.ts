import { globSync } from 'node:fs'
import { request } from 'node:http'
import { after, before, test, type TestContext } from 'node:test'
import { startServer, type RunningServer } from '../../packages/server/src/server.ts'

const folder = 'packages/console/'

let server: RunningServer
before(async () => {
  server = await startServer({ port: 0, seed: 'empty', clock: 'fixed', operatorKey: 'k' })
})
after(() => server.close())

const scripts = globSync(`${folder}src/**/*.ts`)
  .map((path) => path.replaceAll('\\', '/').slice(folder.length))
  .filter((path) => !path.endsWith('.test.ts'))

test('every script of the console is served as JavaScript without types', async (t: TestContext) => {
  t.assert.ok(scripts.length > 15)
  for (const path of scripts) {
    const answer = await fetch(`${server.url}/console/${path}`)
    t.assert.equal(answer.status, 200, path)
    t.assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8', path)
    const text = await answer.text()
    t.assert.doesNotMatch(text, /^\s*(import type|interface |type \w+ =)/m, path)
  }
})

test('every module that a script imports is served too, those of the SDK with it', async (t: TestContext) => {
  const seen = new Set<string>()
  const follow = async (address: string): Promise<void> => {
    if (seen.has(address)) return
    seen.add(address)
    const answer = await fetch(address)
    t.assert.equal(answer.status, 200, address)
    const text = await answer.text()
    t.assert.doesNotMatch(text, /^\s*(import type|interface |type \w+ =)/m, address)
    for (const [, from = ''] of text.matchAll(/^\s*(?:import|export)\b[^'"]*?\bfrom\s+'([^']+)'/gm)) {
      t.assert.match(from, /^(\.\.?|\/console)\//, `${address} imports ${from}, which a browser cannot find`)
      await follow(new URL(from, address).href)
    }
  }
  for (const path of scripts) await follow(`${server.url}/console/${path}`)
  t.assert.ok(seen.has(`${server.url}/console/sdk/operator/calls/worlds.ts`))
})

test('the page and its styles are served, and whatever they name', async (t: TestContext) => {
  const page = await fetch(`${server.url}/console/`)
  t.assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
  const text = await page.text()
  const named = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address)
  t.assert.ok(named.includes('/console/styles.css') && named.includes('/console/src/main.ts'))
  for (const address of named) t.assert.equal((await fetch(server.url + address)).status, 200, address)
  t.assert.equal(await (await fetch(`${server.url}/console`)).text(), text)
})

test('the console may run only its own scripts and speak only to its own server', async (t: TestContext) => {
  for (const path of ['', 'styles.css', 'src/main.ts']) {
    const { headers } = await fetch(`${server.url}/console/${path}`)
    const policy = (headers.get('content-security-policy') ?? '').split('; ')
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "img-src 'self'",
    ]) {
      t.assert.ok(policy.includes(directive), `${path}: ${directive}`)
    }
    t.assert.ok(!policy.join().includes('unsafe'))
    t.assert.equal(headers.get('x-content-type-options'), 'nosniff')
  }
})

test('what a browser has already is not sent again', async (t) => {
  const first = await fetch(`${server.url}/console/styles.css`)
  const again = await fetch(`${server.url}/console/styles.css`, {
    headers: { 'if-none-match': first.headers.get('etag') ?? '' },
  })
  t.assert.equal(again.status, 304)
})

test('nothing outside the console is served, however the path is written', async (t: TestContext) => {
  const paths = [
    '/console/../packages/console/package.json',
    '/console/../package.json',
    '/console/package.json',
    '/console/src/../package.json',
    '/console/src/../../sdk/src/operator.ts',
    '/console/sdk/client.ts',
    '/console/sdk/operator/core.test.ts',
    '/console/sdk/../../server/src/start.ts',
    '/console/sdk/%2e%2e/package.json',
    '/console/%2e%2e/sdk/src/operator.ts',
    '/console/..%2fsdk%2fsrc%2foperator.ts',
    '/console/..%5csdk%5csrc%5coperator.ts',
    '/console/src/%2e%2e%2f%2e%2e%2fserver%2fsrc%2fmain.ts',
    '/console//etc/passwd',
    '/console/%2fetc%2fpasswd',
    '/console/src/main.ts%00.css',
    '/console/src/',
    '/console/src/decimal.test.ts',
    '/console/src',
    '/console/__proto__',
  ]
  for (const path of paths) {
    const { status, body } = await raw(path)
    t.assert.ok(status === 404 || status === 400, `${path} answers ${status}`)
    t.assert.doesNotMatch(body, /import|"name"|root:/, path)
  }
})

test('the files of the console need no key, but tell nothing about a world', async (t) => {
  const page = await fetch(`${server.url}/console/`)
  t.assert.equal(page.status, 200)
  t.assert.equal((await fetch(`${server.url}/_tenantry/world`)).status, 401)
})

/** As it is: `fetch` would tidy the path before it is sent. */
function raw(path: string): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }))
    })
    sent.on('error', reject).end()
  })
}
