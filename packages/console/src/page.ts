import type { Advanced, ClockState, Operator } from '@tenantry/sdk/operator.ts'
import type { Child } from './dom.ts'
import { hashOf, type PageName, type Route } from './route.ts'

/** What a page gets to work with. */
export interface PageContext {
  readonly operator: Operator
  readonly world: string
  readonly route: Route
  readonly clock: ClockState
  /** Shown until the world moves again or is left. */
  readonly lastAdvance: Advanced | undefined
  /** The clock has moved: the head of the page follows. */
  showClock(clock: ClockState): void
  keepAdvance(advanced: Advanced | undefined): void
  /** Draws the page again from what the server says now. */
  redraw(): Promise<void>
}

interface PageContent {
  readonly title: string
  readonly content: Child
}

export type Page = (context: PageContext) => Promise<PageContent>

/** The address of a page of the same world. */
export const hrefOf = (
  { world }: PageContext,
  page: PageName,
  subject?: string,
  filters: Readonly<Record<string, string>> = {},
): string => hashOf({ world, page, subject, filters })
