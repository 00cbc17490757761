export { InventoryChecks, type InventoryCheck } from './inventory-checks-repository.ts'
