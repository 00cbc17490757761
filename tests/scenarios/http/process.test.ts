import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { World } from '@tenantry/recipes/world.ts'
import { operatorClient } from '@tenantry/sdk/operator'
import { run, stop, temporaryFolder, type Ended } from './program.ts'

const empty = ['--memory', '--port=0', '--seed=empty']

function assertOneLine({ stdout, stderr }: Ended, pattern: RegExp): void {
  assert.match(stderr, /^error: [^\n]+\n$/)
  assert.match(stderr, pattern)
  assert.equal(stdout, '')
}

describe('wrong flags end the program with 2 and one line that says which', () => {
  for (const [args, env, pattern] of [
    [['--prt=1'], {}, /--prt/],
    [['--port=abc'], {}, /--port.*abc/],
    [['--port='], {}, /--port/],
    [['--port=65536'], {}, /--port.*65536/],
    [['--port'], {}, /--port/],
    [['--clock=stopped'], {}, /--clock.*live, fixed/],
    [['serve'], {}, /serve/],
    [[], { TENANTRY_PORT: '1e3' }, /TENANTRY_PORT/],
    [[], { TENANTRY_CLOCK: 'stopped' }, /TENANTRY_CLOCK/],
    [['--database=postgres://127.0.0.1/none', '--memory'], {}, /database/],
    [['--database=mysql://127.0.0.1/none'], {}, /database/],
  ] as const) {
    test(
      [...args, ...Object.entries(env).map(([name, value]) => `${name}=${value}`)].join(' '),
      async (t) => {
        const ended = await run(t, args, env).ended
        assert.equal(ended.code, 2, ended.stderr)
        assertOneLine(ended, pattern)
      },
    )
  }
})

test('--help tells every flag with its variable, and ends with 0', async (t) => {
  const { code, stdout, stderr } = await run(t, ['--help']).ended
  assert.deepEqual([code, stderr], [0, ''])
  for (const flag of ['port', 'host', 'data', 'memory', 'seed', 'clock', 'operator-key']) {
    assert.match(stdout, new RegExp(`--${flag}\\b`))
    assert.match(stdout, new RegExp(`TENANTRY_${flag.toUpperCase().replace('-', '_')}\\b`))
  }
  assert.match(stdout, /--database.*\n?.*TENANTRY_DATABASE_URL/)
})

describe('what keeps it from serving ends the program with 1 and one line that says why', () => {
  test('a busy port', async (t) => {
    const other = createServer().listen(0, '127.0.0.1')
    t.after(() => other.close())
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const ended = await run(t, ['--memory', '--seed=empty', `--port=${port}`]).ended
    assert.equal(ended.code, 1)
    assertOneLine(ended, new RegExp(String(port)))
  })

  test('a seed that is not there, and one that is none', async (t) => {
    const file = join(temporaryFolder(t), 'seed.json')
    writeFileSync(file, '{"name":\n"half"')
    const programs = ['/nonexistent/seed.json', file].map((seed) =>
      run(t, ['--memory', '--port=0', `--seed=${seed}`]),
    )
    const [missing, malformed] = await Promise.all(programs.map(({ ended }) => ended))
    assert.ok(missing !== undefined && malformed !== undefined)
    assert.deepEqual([missing.code, malformed.code], [1, 1])
    assertOneLine(missing, /\/nonexistent\/seed\.json/)
    assertOneLine(malformed, /seed\.json/)
  })

  test('a data folder that is a file', async (t) => {
    const file = join(temporaryFolder(t), 'file')
    writeFileSync(file, '')
    const ended = await run(t, ['--port=0', `--data=${file}`]).ended
    assert.equal(ended.code, 1)
    assertOneLine(ended, /file/)
  })
})

test('its last line says where it serves and nothing else; SIGTERM ends it with 0', async (t) => {
  const program = run(t, empty)
  const url = await program.ready
  assert.equal((await fetch(`${url}/health/ready`)).status, 200)

  const { code, signal, stdout, stderr, tookMs } = await stop(program)
  assert.deepEqual([code, signal, stderr], [0, null, ''])
  assert.ok(tookMs < 10_000, `${tookMs} ms`)
  assert.match(stdout, /\nready http:\/\/127\.0\.0\.1:\d+\n$/)
})

test('variables stand for flags; an empty one is none, and 0 is no', async (t) => {
  const folder = temporaryFolder(t)
  const program = run(t, ['--port=0'], {
    TENANTRY_HOST: 'localhost',
    TENANTRY_DATA: folder,
    TENANTRY_MEMORY: '0',
    TENANTRY_SEED: 'empty',
    TENANTRY_CLOCK: 'fixed',
    TENANTRY_OPERATOR_KEY: '',
    TENANTRY_DATABASE_URL: '',
  })
  const url = await program.ready
  assert.match(url, /^http:\/\/localhost:/)
  // An empty key would let in everybody.
  assert.equal((await fetch(`${url}/_tenantry/world`)).status, 401)
  assert.equal(
    (await fetch(`${url}/_tenantry/world`, { headers: { authorization: 'Operator ' } })).status,
    401,
  )
  await stop(program)

  const again = run(t, ['--port=0', `--data=${folder}`], { TENANTRY_OPERATOR_KEY: 'given' })
  const operator = operatorClient({ url: await again.ready, key: 'given' })
  const view = await operator.world()
  assert.deepEqual([view.seed, view.clock], ['empty', { mode: 'fixed', now: '2026-01-15T09:00:00Z' }])
  await stop(again)
})

test('what was ordered before a stop is there after it, in every world', async (t) => {
  const args = ['--port=0', '--clock=fixed', `--data=${temporaryFolder(t)}`, '--operator-key=k']
  const first = run(t, args)
  const operator = operatorClient({ url: await first.ready, key: 'k' })
  const branch = await operator.worlds.create({ name: 'kept', from: 'main' })
  const bought = await Promise.all(
    [operator, operatorClient({ url: branch.url, key: 'k' })].map(async (each) => {
      const subscription = await (await (await World.open(each)).customer()).subscribe('business-basic')
      return {
        order: subscription.orderId,
        customer: subscription.customer.id,
        view: await subscription.get(),
      }
    }),
  )
  assert.equal((await stop(first)).code, 0)

  const second = run(t, args)
  const url = await second.ready
  for (const [index, name] of ['main', 'kept'].entries()) {
    const world = await World.open(operatorClient({ url, key: 'k', world: name }))
    const { order, customer, view } = bought[index] ?? { order: '', customer: '', view: undefined }
    assert.equal((await world.ask.orders.get({ customerId: customer, orderId: order })).status, 200)
    assert.deepEqual(
      await world
        .customerOf(customer)
        .subscription(view?.id ?? '')
        .get(),
      view,
    )
  }
  assert.equal((await stop(second)).code, 0)
})

test('a data folder serves one program at a time', async (t) => {
  const args = ['--port=0', '--seed=empty', `--data=${temporaryFolder(t)}`]
  const first = run(t, args)
  await first.ready
  const second = await run(t, args).ended
  assert.equal(second.code, 1)
  assertOneLine(second, /in use/)

  first.child.kill('SIGKILL')
  await first.ended
  const third = run(t, args)
  await third.ready
  assert.equal((await stop(third)).code, 0)
})

test('a stop lets a request finish that has begun, and waits for nobody who keeps a connection', async (t) => {
  const program = run(t, empty)
  const { hostname, port } = new URL(await program.ready)
  const open = (bytes: string) => {
    const socket = connect(Number(port), hostname)
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', () => undefined)
    socket.write(bytes)
    return { socket, answer: new Promise<string>((resolve) => socket.once('close', () => resolve(text))) }
  }
  const silent = open('')
  const idle = open('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n')
  const begun = open('POST /common/oauth2/token HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n')
  await new Promise((resolve) => idle.socket.once('data', resolve))

  const stopped = stop(program)
  await idle.answer
  begun.socket.write('a=b&c')

  assert.match(await begun.answer, /^HTTP\/1\.1 (400|503) /)
  const { code, tookMs } = await stopped
  assert.equal(code, 0)
  assert.ok(tookMs < 5_000, `${Math.round(tookMs)} ms`)
  silent.socket.destroy()
})

test('a stop hangs up on who never finishes a request, and still ends with 0 in time', async (t) => {
  const program = run(t, empty)
  const { hostname, port } = new URL(await program.ready)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write('POST /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n{')
  await fetch(`http://${hostname}:${port}/health/live`)

  const { code, tookMs } = await stop(program)
  assert.equal(code, 0)
  assert.ok(tookMs < 10_000, `${Math.round(tookMs)} ms`)
  socket.destroy()
})

test('SIGTERM while it starts ends it with 0 too', async (t) => {
  const program = run(t, ['--memory', '--port=0'])
  await new Promise((resolve) => setTimeout(resolve, 700))
  const { code, signal } = await stop(program)
  // Before the program has read its flags, the signal ends Node itself.
  assert.ok(code === 0 || signal === 'SIGTERM', `${code} ${signal}`)
})
