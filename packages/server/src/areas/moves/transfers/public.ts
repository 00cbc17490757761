export { transferTable } from './transfer-repository.ts'
