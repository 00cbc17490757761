import type { Instant } from '../../../../kernel/time.ts'
import { subscriptionResource } from './subscription-resource.ts'
import { windowEnds, type SubscriptionRecord } from '../subscription.ts'

interface Reading {
  readonly text: string
  /** It read the same after this instant … */
  readonly after: number
  /** … and reads the same up to this one. */
  readonly until: number
}

const readings = new WeakMap<SubscriptionRecord, Reading>()

/**
 * The published resource as JSON. A record that is remembered between reads is one object that nobody changes, so its
 * text is kept with it, until the next instant at which something in it runs out.
 */
export function subscriptionText(subscription: SubscriptionRecord, now: Instant): string {
  const known = readings.get(subscription)
  if (known !== undefined && now > known.after && now <= known.until) return known.text
  const text = JSON.stringify(subscriptionResource(subscription, now))
  const ends = windowEnds(subscription)
  readings.set(subscription, {
    text,
    after: Math.max(Number.NEGATIVE_INFINITY, ...ends.filter((end) => end < now)),
    until: Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end >= now)),
  })
  return text
}
