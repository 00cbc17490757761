export { orderAnswer } from './order-answer.ts'
export { orderVisibilityDelay } from './order-policies.ts'
export { Orders, orderTable } from './order-repository.ts'
export { statusOf, type OrderLine, type OrderRecord } from './order.ts'
