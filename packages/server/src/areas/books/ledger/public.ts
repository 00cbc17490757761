export { chargeTypes, type ChargeLine, type ChargeType } from './charge-line.ts'
export {
  ChargeLines,
  chargeLineTable,
  type ChargeLineFilter,
  type StoredChargeLine,
} from './charge-lines-repository.ts'
export {
  charge,
  chargeConversion,
  chargeQuantityChange,
  refund,
  type Charge,
  type Chargeable,
  type ChargedCycle,
} from './proration.ts'
export { writeCharges } from './write-charges.ts'
export { creditBears, type ExchangeRate } from './credit-line.ts'
