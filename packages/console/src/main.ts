import { OperatorRefusal, type Advanced, type ClockState, type Operator } from '@tenantry/sdk/operator.ts'
import { connect } from './connect.ts'
import { element, replaceContent, type Child } from './dom.ts'
import { pages } from './pages/index.ts'
import type { PageContext } from './page.ts'
import { hashOf, isSamePage, parseHash, type Route } from './route.ts'
import { operatorKey } from './session.ts'
import { makeShell, type Shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { problem } from './widgets.ts'

/** A world that is on screen. */
interface OpenWorld {
  readonly name: string
  readonly operator: Operator
  readonly shell: Shell
  clock: ClockState
  lastAdvance: Advanced | undefined
}

/** How often a running clock is read again. */
const clockEveryMs = 15_000

let open: OpenWorld | undefined
let drawn: Route | undefined
/** Only the newest drawing may reach the screen: answers can overtake one another. */
let drawing = 0

addEventListener('hashchange', () => void draw())
setInterval(() => void readClock(), clockEveryMs)
void draw()

async function draw(): Promise<void> {
  drawing += 1
  const own = drawing
  const key = operatorKey.find()
  if (key === undefined) return askForKey()
  try {
    const asked = parseHash(location.hash)
    const world = await worldOf(key, asked)
    if (own !== drawing) return
    // An address with a world of its own serves no other: what is on screen says which one it is.
    const route = { ...asked, world: world.name }
    if (asked.world !== world.name) history.replaceState(undefined, '', hashOf(route))
    await drawPage(world, route, own)
  } catch (error) {
    if (own === drawing) refuse(error)
  }
}

async function worldOf(key: string, { world: asked }: Route): Promise<OpenWorld> {
  if (open !== undefined && (asked === undefined || asked === open.name)) return open
  const named = connect(key, asked)
  const { name, clock } = await named.world().catch((error: unknown) => {
    if (error instanceof OperatorRefusal && error.status === 404 && asked !== undefined)
      return connect(key).world()
    throw error
  })
  const shell = makeShell(name, signOut)
  open = {
    name,
    operator: name === asked ? named : connect(key, name),
    shell,
    clock,
    lastAdvance: undefined,
  }
  drawn = undefined
  replaceContent(document.body, shell.root)
  shell.showClock(clock)
  return open
}

async function drawPage(world: OpenWorld, route: Route, own: number): Promise<void> {
  const { shell } = world
  shell.markCurrent(route)
  const isStaying = drawn !== undefined && isSamePage(drawn, route)
  if (!isStaying) shell.showWaiting()
  const [content, clock] = await Promise.all([contentOf(world, route), world.operator.clock.get()])
  if (own !== drawing) return
  showClock(world, clock)
  const focused = isStaying ? document.activeElement?.id : undefined
  document.title = `${content.title} · ${world.name} · Tenantry console`
  const heading = element('h1', { tabindex: -1 }, content.title)
  replaceContent(shell.main, heading, content.content)
  const known = focused === undefined || focused === '' ? null : document.getElementById(focused)
  const next = known ?? heading
  next.focus({ preventScroll: isStaying })
  if (!isStaying && drawn !== undefined) scrollTo(0, 0)
  drawn = route
}

async function contentOf(world: OpenWorld, route: Route): Promise<{ title: string; content: Child }> {
  const context: PageContext = {
    operator: world.operator,
    world: world.name,
    route,
    clock: world.clock,
    lastAdvance: world.lastAdvance,
    showClock: (clock) => showClock(world, clock),
    keepAdvance: (advanced) => (world.lastAdvance = advanced),
    redraw: draw,
  }
  try {
    return await pages[route.page](context)
  } catch (error) {
    if (isAboutTheKey(error)) throw error
    return { title: 'This page cannot be shown', content: problem(error) }
  }
}

function showClock(world: OpenWorld, clock: ClockState): void {
  world.clock = clock
  world.shell.showClock(clock)
}

/** A live clock moves by itself, and somebody else may move a fixed one. */
async function readClock(): Promise<void> {
  const world = open
  if (world === undefined || document.hidden) return
  try {
    showClock(world, await world.operator.clock.get())
  } catch {
    // The next page that is asked for says what is wrong.
  }
}

function askForKey(refused?: unknown): void {
  open = undefined
  drawn = undefined
  document.title = 'Sign in · Tenantry console'
  replaceContent(
    document.body,
    signIn(async (key) => {
      await connect(key).clock.get()
      operatorKey.keep(key)
      await draw()
    }, refused),
  )
  document.querySelector('input')?.focus()
}

function signOut(): void {
  operatorKey.forget()
  askForKey()
}

function refuse(error: unknown): void {
  if (isAboutTheKey(error)) {
    operatorKey.forget()
    return askForKey(error)
  }
  if (open !== undefined) return replaceContent(open.shell.main, problem(error))
  const again = element('button', { type: 'button', onclick: () => void draw() }, 'Try again')
  replaceContent(
    document.body,
    element('main', { class: 'alone' }, element('h1', {}, 'Tenantry'), problem(error), again),
  )
}

const isAboutTheKey = (error: unknown): boolean => error instanceof OperatorRefusal && error.status === 401
