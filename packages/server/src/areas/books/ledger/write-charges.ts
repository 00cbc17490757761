import type { Scope } from '../../../work/scope.ts'
import type { ChargeLine } from './charge-line.ts'
import { ChargeLines } from './charge-lines-repository.ts'
import type { Charge } from './proration.ts'

/** Writes the charges of one event, in order. Charges of nothing (no unit, no day, no price) are left out. */
export async function writeCharges(
  scope: Pick<Scope, 'trx' | 'tenant' | 'now' | 'newId' | 'nextPlace'>,
  charges: readonly Charge[],
): Promise<ChargeLine[]> {
  const repository = new ChargeLines(scope)
  const lines = charges
    .filter((charge) => charge.quantity !== 0 && charge.billableDays > 0 && !isFree(charge))
    .map((charge) => ({ ...charge, id: scope.newId(), version: 1, at: scope.now, place: scope.nextPlace() }))
  for (const line of lines) await repository.add(line)
  return lines
}

const isFree = (charge: Charge): boolean => /^-?0(\.0+)?$/.test(charge.unitPrice)
