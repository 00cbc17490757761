import type { Advanced, ClockStep } from '@tenantry/sdk/operator.ts'
import { element, type Child } from '../dom.ts'
import { counted, dateOf, words } from '../format.ts'
import { hrefOf, type Page, type PageContext } from '../page.ts'
import { attempt, code, field, form, link, moment, table } from '../widgets.ts'

const steps: readonly (readonly [text: string, step: ClockStep])[] = [
  ['A day', { by: 'P1D' }],
  ['A month', { by: 'P1M' }],
  ['A year', { by: 'P1Y' }],
  ['Until the next event', { until: 'next-event' }],
]

export const clockPage: Page = async (context) => ({
  title: 'Clock',
  content: [
    element(
      'p',
      {},
      'Business time goes only forward. To be able to come back, ',
      link(hrefOf(context, 'worlds'), 'branch the world'),
      ' first.',
    ),
    stepsPart(context),
    datePart(context),
    modePart(context),
    context.lastAdvance === undefined ? undefined : advancePart(context, context.lastAdvance),
  ],
})

function stepsPart(context: PageContext): HTMLElement {
  const outcome = element('div', { 'aria-live': 'polite' })
  const buttons = steps.map(([text, step], at) =>
    element(
      'button',
      {
        type: 'button',
        class: 'main',
        id: `step-${at}`,
        onclick: () => void attempt(part, outcome, () => advance(context, step)),
      },
      text,
    ),
  )
  const part = element(
    'section',
    {},
    element('h2', {}, 'Move on by'),
    element('div', { class: 'row' }, buttons),
    outcome,
  )
  return part
}

const datePart = (context: PageContext): HTMLElement =>
  element(
    'section',
    {},
    element('h2', {}, 'Move on to a date'),
    form(
      {
        label: 'Move on to a date',
        submit: 'Move on',
        run: ({ date = '' }) => advance(context, { to: `${date}T00:00:00Z` }),
      },
      field({
        label: 'Date',
        name: 'date',
        type: 'date',
        isRequired: true,
        min: dateOf(context.clock.now),
        hint: 'The clock will stand at the start of that day, UTC.',
      }),
    ),
  )

function modePart(context: PageContext): HTMLElement {
  const isLive = context.clock.mode === 'live'
  const outcome = element('div', { 'aria-live': 'polite' })
  const toggle = element(
    'button',
    {
      type: 'button',
      id: 'mode',
      onclick: () =>
        void attempt(part, outcome, async () => {
          context.showClock(await context.operator.clock.set({ mode: isLive ? 'fixed' : 'live' }))
          await context.redraw()
        }),
    },
    isLive ? 'Hold the clock' : 'Let the clock run',
  )
  const part = element(
    'section',
    {},
    element('h2', {}, 'Mode'),
    element(
      'p',
      {},
      isLive
        ? 'The clock is live: it runs with the wall clock.'
        : 'The clock is fixed: it moves only when it is told to.',
    ),
    toggle,
    outcome,
  )
  return part
}

async function advance(context: PageContext, step: ClockStep): Promise<void> {
  context.keepAdvance(await context.operator.clock.advance(step))
  await context.redraw()
}

const advancePart = (context: PageContext, { from, now, ran, events, truncated }: Advanced): HTMLElement =>
  element(
    'section',
    {},
    element('h2', {}, 'The last advance'),
    element(
      'p',
      { role: 'status' },
      'From ',
      moment(from),
      ' to ',
      moment(now),
      `: ${counted(ran, 'entry', 'entries')} of the agenda ran, ${counted(events.length, 'event')} `,
      truncated ? 'are shown; there were more.' : 'happened.',
    ),
    table({
      caption: 'Events of the last advance',
      rows: events,
      empty: 'Nothing was due on the way.',
      columns: [
        { head: 'At', cell: ({ at }) => moment(at) },
        { head: 'What', cell: ({ type }) => words(type) },
        { head: 'Subject', cell: ({ type, subject }) => subjectOf(context, type, subject) },
      ],
    }),
  )

const subjectOf = (context: PageContext, type: string, subject: string): Child =>
  type.startsWith('subscription-')
    ? link(hrefOf(context, 'subscriptions', subject), code(subject))
    : code(subject)
