import type { ClockState } from '@tenantry/sdk/operator.ts'
import { element, replaceContent } from './dom.ts'
import { hashOf, type PageName, type Route } from './route.ts'
import { moment } from './widgets.ts'

export interface Shell {
  readonly root: DocumentFragment
  readonly main: HTMLElement
  showClock(clock: ClockState): void
  markCurrent(route: Route): void
  showWaiting(): void
}

const entries: readonly (readonly [page: PageName, text: string])[] = [
  ['world', 'World'],
  ['clock', 'Clock'],
  ['requests', 'Requests'],
  ['faults', 'Faults'],
  ['collaborators', 'Collaborators'],
  ['policies', 'Policies'],
  ['worlds', 'Worlds'],
]

/** Customers and subscriptions are reached from the world's page. */
const entryOf: Partial<Record<PageName, PageName>> = { customers: 'world', subscriptions: 'world' }

/** What stands around every page: which world it is, its date, how its clock runs, and the way to the other pages. */
export function makeShell(world: string, signOut: () => void): Shell {
  const clock = element('p', { class: 'clock' })
  const main = element('main', { id: 'main' })
  const links = entries.map(
    ([page, text]) => [page, element('a', { href: hashOf({ world, page }) }, text)] as const,
  )
  const skip = element('a', { href: '#main', class: 'skip' }, 'Skip to the content')
  skip.addEventListener('click', (event) => {
    // The hash is the page's address; only the focus moves.
    event.preventDefault()
    main.querySelector('h1')?.focus()
  })
  const root = document.createDocumentFragment()
  root.append(
    skip,
    element(
      'div',
      { class: 'top' },
      element(
        'header',
        {},
        element('p', { class: 'brand' }, 'Tenantry'),
        element(
          'p',
          { class: 'world' },
          element('span', { class: 'quiet' }, 'World '),
          element('strong', {}, world),
        ),
        clock,
        element('button', { type: 'button', class: 'small', onclick: signOut }, 'Sign out'),
      ),
      element(
        'nav',
        { 'aria-label': 'Pages' },
        links.map(([, made]) => made),
      ),
    ),
    main,
  )
  return {
    root,
    main,
    showClock: ({ mode, now }) =>
      replaceContent(
        clock,
        moment(now),
        ' ',
        element('span', { class: `badge ${mode}` }, mode === 'live' ? 'live clock' : 'fixed clock'),
      ),
    markCurrent: (route) => {
      for (const [page, made] of links) {
        if (page === (entryOf[route.page] ?? route.page)) made.setAttribute('aria-current', 'page')
        else made.removeAttribute('aria-current')
      }
    },
    showWaiting: () => replaceContent(main, element('p', { class: 'quiet', role: 'status' }, 'Reading …')),
  }
}
