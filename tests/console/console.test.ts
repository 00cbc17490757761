import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test, type TestContext } from 'node:test'
import { startServer, type RunningServer } from '../../packages/server/src/server.ts'
import { Browser, hasBrowser, type Page } from './browser.ts'
import { lookOf } from './look.ts'

const skip = hasBrowser ? false : 'it needs /usr/bin/chromium'

let server: RunningServer
let browser: Browser
before(async () => {
  if (!hasBrowser) return
  server = await startServer({ port: 0, clock: 'fixed', operatorKey: 'k' })
  browser = await Browser.open()
})
after(async () => {
  if (!hasBrowser) return
  await browser.close()
  await server.close()
})

async function signedIn(hash = ''): Promise<Page> {
  const page = await browser.page(`${server.url}/console/${hash}`)
  await page.fill('Operator key', 'k')
  await page.key('Enter')
  await page.until(`document.querySelector('header') !== null`)
  return page
}

async function ask<A>(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<A> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: 'Operator k', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return (await answer.json()) as A
}

const shownDate = (page: Page): Promise<string> =>
  page.read<string>(`document.querySelector('header time').getAttribute('datetime')`)

function isQuiet(t: TestContext, page: Page): void {
  t.assert.deepEqual(page.complaints, [])
}

test(
  'a wrong key is refused in plain words, the right one opens the world',
  { skip },
  async (t: TestContext) => {
    const page = await browser.page(`${server.url}/console/`)
    await page.fill('Operator key', 'wrong')
    await page.key('Enter')
    await page.shows('The server does not accept this operator key.')
    await page.fill('Operator key', 'k')
    await page.key('Enter')
    await page.shows('World main')
    await page.shows('fixed clock')
    t.assert.equal(await shownDate(page), '2026-01-15T09:00:00Z')
    t.assert.equal(await page.read('location.hash'), '#/main/world')
    t.assert.ok(!(await page.read<string>('location.href')).includes('k='))
    isQuiet(t, page)
  },
)

test('signing out forgets the key', { skip }, async (t) => {
  const page = await signedIn()
  await page.press('Sign out')
  await page.shows('Operator key')
  t.assert.equal(await page.read('sessionStorage.length'), 0)
})

test('an advance moves the date on screen and lists what happened', { skip }, async (t) => {
  const { name } = await ask<{ name: string }>('POST', '/_tenantry/worlds', { from: 'main' })
  const page = await signedIn(`#/${name}/clock`)
  await page.press('A month')
  await page.shows('The last advance')
  t.assert.equal(await shownDate(page), '2026-02-15T09:00:00Z')
  await page.shows('subscription renewed')
  t.assert.equal(await page.read('document.activeElement.textContent'), 'A month')
  await page.fill('Date', '2026-02-01')
  await page.read(`document.querySelector('form').noValidate = true`)
  await page.read(`document.querySelector('#field-date').value = '2026-02-01'`)
  await page.press('Move on')
  await page.shows('clock-goes-back')
  const { clock } = await ask<{ clock: { now: string } }>('GET', '/_tenantry/world')
  t.assert.equal(clock.now, '2026-01-15T09:00:00Z', 'the world it was branched from stays')
  isQuiet(t, page)
})

test('secrets of apps are hidden until somebody asks', { skip }, async (t) => {
  const page = await signedIn()
  await page.shows('Contoso Cloud')
  t.assert.doesNotMatch(await page.read<string>('document.body.outerHTML'), /tenantry-fake-secret/)
  await page.press('Show')
  t.assert.match(await page.text(), /tenantry-fake-secret/)
  await page.press('Hide')
  t.assert.doesNotMatch(await page.text(), /tenantry-fake-secret/)
})

interface View {
  readonly partners: readonly {
    readonly tenantId: string
    readonly users: readonly { readonly userPrincipalName: string }[]
  }[]
}

test('a refused request is found by its code, with the check that decided it', { skip }, async (t) => {
  const { partners } = await ask<View>('GET', '/_tenantry/world')
  const [partner] = partners
  const { access_token } = await ask<{ access_token: string }>('POST', '/_tenantry/tokens', {
    tenantId: partner?.tenantId,
    userPrincipalName: partner?.users[0]?.userPrincipalName,
  })
  const authorization = `Bearer ${access_token}`
  const { code } = await ask<{ code: number }>('GET', '/v1/customers/no-guid', undefined, { authorization })
  t.assert.equal(code, 900118)
  const page = await signedIn('#/main/requests')
  await page.fill('Code', '900118')
  await page.key('Enter')
  await page.until(`location.hash === '#/main/requests?code=900118'`)
  await page.press('GET /v1/customers/no-guid')
  await page.shows('Decided by customer id is guid.')
  await page.shows('customerId no-guid')
  await page.press('900118')
  await page.until(`document.querySelector('h1')?.textContent === 'Fault 900118'`)
  for (const language of ['English', 'Dutch', 'Portuguese', 'Czech']) await page.shows(language)
  isQuiet(t, page)
})

test('faults are found by a text in any language while one types', { skip }, async (t) => {
  const page = await signedIn('#/main/faults')
  await page.fill('Search by code or text', 'nenalezeno')
  await page.until(`document.querySelector('td a')?.textContent === '1000'`)
  t.assert.equal(await page.read('location.hash'), '#/main/faults?q=nenalezeno')
})

test('a pasted message is recognised, and its fault tells whose words it has', { skip }, async (t) => {
  const page = await signedIn('#/main/faults')
  await page.fill('Search by code or text', 'Het abonnement met de id is 0b6c-77 niet gevonden.')
  await page.until(`document.querySelector('td a')?.textContent === '20003'`)
  await page.press('20003')
  await page.until(`document.querySelector('h1')?.textContent === 'Fault 20003'`)
  await page.shows('a verb stands twice, before the placeholder')
  isQuiet(t, page)
})

test('the ledger of a customer adds up by subscription and currency', { skip }, async (t: TestContext) => {
  const lines = await ask<{ customerId: string; amount: string; currency: string }[]>(
    'GET',
    '/_tenantry/ledger',
  )
  const customerId = lines[0]?.customerId ?? ''
  const own = lines.filter((line) => line.customerId === customerId)
  const cents = own.reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
  const page = await signedIn(`#/main/customers/${customerId}`)
  await page.shows('all in all')
  const shown = await page.read<string>(`document.querySelector('h2 + p strong').textContent`)
  t.assert.equal(shown.replace(/\D/g, ''), String(cents))
  t.assert.ok(shown.endsWith(` ${own[0]?.currency}`))
})

test('a subscription shows what can be done to it, and why the rest cannot', { skip }, async (t) => {
  const lines = await ask<{ customerId: string; subscriptionId: string }[]>('GET', '/_tenantry/ledger')
  const { customerId = '', subscriptionId = '' } = lines[0] ?? {}
  const moves = await ask<{ operation: string; allowed: boolean; fault?: { code: number } }[]>(
    'GET',
    `/_tenantry/moves?customerId=${customerId}&subscriptionId=${subscriptionId}`,
  )
  const page = await signedIn(`#/main/subscriptions/${subscriptionId}`)
  await page.shows('What can be done now')
  const shown = await page.read<string[]>(
    `[...document.querySelectorAll('h2 + * tbody tr')].slice(0, ${moves.length}).map((row) => row.innerText)`,
  )
  t.assert.equal(shown.length, moves.length)
  for (const [i, { allowed, fault }] of moves.entries()) {
    t.assert.match(shown[i] ?? '', allowed ? /\byes\b/ : new RegExp(`\\bno\\b[^]*${fault?.code}`))
  }
  isQuiet(t, page)
})

test('a patch that does not fit is told, one that fits is in force', { skip }, async (t) => {
  const { name } = await ask<{ name: string }>('POST', '/_tenantry/worlds', { seed: 'empty' })
  const page = await signedIn(`#/${name}/collaborators/fulfilment`)
  await page.fill('Patch', '{"paused": ')
  await page.press('Save')
  await page.shows('This is not JSON')
  await page.fill('Patch', '{"paused": "yes"}')
  await page.press('Save')
  await page.shows('bad-request, HTTP 400')
  await page.fill('Patch', '{"paused": true}')
  await page.press('Save')
  await page.shows('Saved.')
  const headers = { 'tenantry-world': name }
  const state = await ask<{ paused: boolean }>(
    'GET',
    '/_tenantry/collaborators/fulfilment',
    undefined,
    headers,
  )
  t.assert.equal(state.paused, true)
})

test('policy rows are replaced from the page, and the one in force is marked', { skip }, async (t) => {
  const { name } = await ask<{ name: string }>('POST', '/_tenantry/worlds', { seed: 'empty', clock: 'fixed' })
  const page = await signedIn(`#/${name}/policies/mfa-enforcement`)
  const value = { production: true, sandbox: true }
  await page.fill('All rows', JSON.stringify([{ effectiveFrom: '2026-01-01', value, source: 'a test' }]))
  await page.press('Save')
  await page.shows('Saved.')
  t.assert.match(
    await page.read<string>(`document.querySelector('tr.marked').innerText`),
    /2026-01-01.*a test/s,
  )
})

test('a world is deleted only after a yes', { skip }, async (t: TestContext) => {
  await ask('POST', '/_tenantry/worlds', { name: 'to-delete', seed: 'empty' })
  const page = await signedIn('#/main/worlds')
  const press = `document.querySelector('[aria-label="Delete … to-delete"]')`
  await page.until(`${press} !== null`)
  await page.read(`void (${press}.focus(), ${press}.click())`)
  await page.shows('Delete the world to-delete?')
  t.assert.equal(await page.read('document.activeElement.textContent'), 'Cancel')
  await page.key('Escape')
  await page.until(`document.querySelector('dialog') === null`)
  t.assert.equal(await page.read(`document.activeElement === ${press}`), true)
  t.assert.ok(server.worlds.find('to-delete') !== undefined)
  await page.read(`void ${press}.click()`)
  await page.press('Delete it')
  await page.until(`${press} === null`)
  t.assert.equal(server.worlds.find('to-delete'), undefined)
})

test('worlds are branched and opened from their page', { skip }, async (t) => {
  const page = await signedIn('#/main/worlds')
  await page.shows('Branch a world')
  await page.read(`document.querySelector('#field-branchName').focus()`)
  await page.send('Input.insertText', { text: 'what-if' })
  await page.key('Enter')
  await page.press('what-if')
  await page.shows('World what-if')
  t.assert.equal(await page.read('location.hash'), '#/what-if/world')
  isQuiet(t, page)
})

test('a world is exported as a file', { skip }, async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-export-'))
  await ask('POST', '/_tenantry/worlds', { name: 'to-export', seed: 'empty' })
  const page = await signedIn('#/main/worlds')
  await page.keepsDownloadsIn(folder)
  const press = `document.querySelector('[aria-label="Export to-export"]')`
  await page.until(`${press} !== null`)
  const downloaded = page.downloaded()
  await page.read(`void ${press}.click()`)
  await downloaded
  const [file = ''] = readdirSync(folder)
  t.assert.equal(file, 'to-export.world.json')
  t.assert.equal(typeof JSON.parse(readFileSync(join(folder, file), 'utf8')), 'object')
  rmSync(folder, { recursive: true })
  isQuiet(t, page)
})

test('an address with a world of its own shows that world, whatever its hash says', { skip }, async (t) => {
  const { name, url } = await ask<{ name: string; url: string }>('POST', '/_tenantry/worlds', {
    seed: 'empty',
  })
  const page = await browser.page(`${url}/console/#/main/clock`)
  await page.fill('Operator key', 'k')
  await page.key('Enter')
  await page.shows(`World ${name}`)
  t.assert.equal(await page.read('location.hash'), `#/${name}/clock`)
})

test('a world that does not exist leads to the main one', { skip }, async (t) => {
  const page = await signedIn('#/nowhere/clock')
  await page.shows('World main')
  t.assert.equal(await page.read('location.hash'), '#/main/clock')
})

const everyPage = [
  ['#/main/world', 'World main'],
  ['#/main/clock', 'Clock'],
  ['#/main/requests', 'Requests'],
  ['#/main/requests/1', 'Request 1'],
  ['#/main/faults', 'Faults'],
  ['#/main/faults/900118', 'Fault 900118'],
  ['#/main/collaborators', 'Collaborators'],
  ['#/main/collaborators/credit', 'Collaborator credit'],
  ['#/main/policies', 'Policies'],
  ['#/main/policies/mfa-enforcement', 'Policy mfa enforcement'],
  ['#/main/worlds', 'Worlds'],
] as const

for (const width of [1280, 400]) {
  for (const scheme of ['light', 'dark'] as const) {
    test(`every page can be read and used at ${width} px, ${scheme}`, { skip }, async (t: TestContext) => {
      await fetch(`${server.url}/v1/customers`)
      const { customers } = await ask<{ customers: { tenantId: string; companyName: string }[] }>(
        'GET',
        '/_tenantry/world',
      )
      const [customer] = customers
      const page = await signedIn()
      await page.show({ width, scheme })
      const pages = [
        ...everyPage,
        [`#/main/customers/${customer?.tenantId}`, customer?.companyName ?? ''] as const,
      ]
      for (const [hash, heading] of pages) {
        await page.go(hash, heading)
        const { width: needed, weak, unlabelled } = await lookOf(page)
        t.assert.ok(needed <= width, `${hash} needs ${needed} px`)
        t.assert.deepEqual(weak, [], `${hash}: texts with a contrast below 4.5`)
        t.assert.deepEqual(unlabelled, [], `${hash}: what the keyboard reaches needs a name`)
        t.assert.equal(
          await page.read(`document.activeElement.tagName`),
          'H1',
          `${hash}: the heading is read out`,
        )
      }
      isQuiet(t, page)
    })
  }
}
