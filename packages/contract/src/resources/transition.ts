import { Type, type Static } from 'typebox'
import { Attributes, Collection, DateTime, Guid } from './common.ts'

const ReasonInAnswer = Type.Object({ code: Type.Integer(), description: Type.String() })

/** `code` is a TransitionErrorCode, a number on the wire. */
const TransitionError = ReasonInAnswer
type TransitionError = Static<typeof TransitionError>

/** `code` is a TargetSubscriptionErrorCode, a number on the wire. */
const TargetSubscriptionError = ReasonInAnswer
type TargetSubscriptionError = Static<typeof TargetSubscriptionError>

export const transitionTypes = ['transition_only', 'transition_with_license_transfer'] as const
export type TransitionType = (typeof transitionTypes)[number]

/** @see partner-center/developer/transition-resources */
export const TransitionEligibilityDetail = Type.Object({
  isEligible: Type.Boolean(),
  transitionType: Type.String(),
  errors: Type.Array(TransitionError),
})
export type TransitionEligibilityDetail = Static<typeof TransitionEligibilityDetail>

/** @see partner-center/developer/transition-resources */
export const TargetSubscriptionEligibilityDetail = Type.Object({
  isEligible: Type.Boolean(),
  subscriptionId: Guid,
  subscriptionFriendlyName: Type.String(),
  subscriptionTermDuration: Type.String(),
  subscriptionBillingCycle: Type.String(),
  errors: Type.Array(TargetSubscriptionError),
})
export type TargetSubscriptionEligibilityDetail = Static<typeof TargetSubscriptionEligibilityDetail>

/** @see partner-center/developer/transition-resources */
export const TransitionEligibility = Type.Object({
  /** One value for the whole answer, repeated on each item. */
  operationId: Guid,
  /** `productId:skuId:availabilityId` of the target. */
  catalogItemId: Type.String(),
  title: Type.String(),
  description: Type.String(),
  /** Seats that a default transition moves. */
  quantity: Type.Integer(),
  subscriptionEligibilities: Type.Array(TargetSubscriptionEligibilityDetail),
  eligibilities: Type.Array(TransitionEligibilityDetail),
  attributes: Attributes,
})
export type TransitionEligibility = Static<typeof TransitionEligibility>

export const TransitionEligibilities = Collection(TransitionEligibility)

/**
 * `name` is `Conversion` (the commerce step) or `LicenseReassignment`; `status` is `Started`, `Completed` or `Failed`.
 * One published answer prints a blank behind `Started`; it is taken for a slip.
 * @see partner-center/developer/transition-resources
 */
export const TransitionEvent = Type.Object({
  name: Type.String(),
  status: Type.String(),
  timestamp: DateTime,
  errors: Type.Optional(Type.Array(TransitionError)),
  attributes: Attributes,
})
export type TransitionEvent = Static<typeof TransitionEvent>

/** @see partner-center/developer/transition-resources */
export const Transition = Type.Object({
  operationId: Guid,
  fromCatalogItemId: Type.String(),
  fromSubscriptionId: Guid,
  toCatalogItemId: Type.String(),
  /** Absent for a full upgrade in place: the subscription keeps its id. */
  toSubscriptionId: Type.Optional(Guid),
  quantity: Type.Integer(),
  termDuration: Type.String(),
  billingCycle: Type.String(),
  transitionType: Type.String(),
  /** `productId:skuId:promotionId` of the promotion that was applied. */
  promotionId: Type.Optional(Type.String()),
  events: Type.Array(TransitionEvent),
  attributes: Attributes,
})
export type Transition = Static<typeof Transition>

export const Transitions = Collection(Transition)

/** One page prints the list under another name, with events in capitals; the client library reads `items`. */
export const PublishedTransitions = Type.Object({
  transition: Type.Array(Transition),
  attributes: Attributes,
})

/**
 * What a caller sends. Everything is optional here: what is missing has faults of its own, later than the shape. A
 * term, a cycle and a type that do not exist have their own faults too, hence plain strings.
 */
export const TransitionRequest = Type.Object({
  fromCatalogItemId: Type.Optional(Type.String()),
  fromSubscriptionId: Type.Optional(Type.String()),
  toCatalogItemId: Type.Optional(Type.String()),
  toSubscriptionId: Type.Optional(Type.String()),
  quantity: Type.Optional(Type.Integer()),
  termDuration: Type.Optional(Type.String()),
  billingCycle: Type.Optional(Type.String()),
  transitionType: Type.Optional(Type.String()),
  promotionId: Type.Optional(Type.String()),
  /** A client that sends a whole Transition sends these too; they say nothing to the service. */
  operationId: Type.Optional(Type.String()),
  events: Type.Optional(Type.Unknown()),
  attributes: Type.Optional(Type.Unknown()),
})
export type TransitionRequest = Static<typeof TransitionRequest>
