export { chargeEvents, type ChargeEvent } from './charge-events.ts'
export { type ChargeLine } from './charge-line.ts'
export {
  ChargeLines,
  chargeLineTable,
  type ChargeLineFilter,
  type StoredChargeLine,
} from './charge-lines-repository.ts'
export {
  charge,
  chargeQuantityChange,
  refund,
  type Charge,
  type Chargeable,
  type ChargedCycle,
} from './proration.ts'
export { lineRounding, type LineRounding } from './line-rounding.ts'
export { writeCharges } from './write-charges.ts'
export { availableCents, creditBears, creditLine, dollarCents, type CreditLine } from './credit-line.ts'
