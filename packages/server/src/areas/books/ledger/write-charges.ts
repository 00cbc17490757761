import type { Scope } from '../../../work/scope.ts'
import type { ChargeLine } from './charge-line.ts'
import { ChargeLines } from './charge-lines-repository.ts'
import type { Charge } from './proration.ts'

/** Writes the charges of one event, in order. Those of no unit or no day are left out, those of 0.00 are not. */
export async function writeCharges(
  scope: Pick<Scope, 'trx' | 'tenant' | 'now' | 'newId' | 'nextPlace'>,
  charges: readonly Charge[],
): Promise<ChargeLine[]> {
  const repository = new ChargeLines(scope)
  const lines = charges
    .filter((charge) => charge.quantity !== 0 && charge.billableDays > 0)
    .map((charge) => ({ ...charge, id: scope.newId(), version: 1, at: scope.now, place: scope.nextPlace() }))
  for (const line of lines) await repository.add(line)
  return lines
}
