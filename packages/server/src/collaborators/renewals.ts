import { Type } from 'typebox'
import { collaborator } from './collaborator.ts'

/**
 * The nightly work on terms and billing cycles. While it is paused subscriptions past their end wait: those to be
 * renewed are locked for changes that bear on it (900278), the others for all (900277).
 * @see partner-center/customers/subscription-lifecycle
 */
export const renewals = collaborator({
  name: 'renewals',
  schema: Type.Object({
    paused: Type.Boolean(),
  }),
  initial: { paused: false },
})
