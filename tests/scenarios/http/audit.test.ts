import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultOf } from '@tenantry/recipes'
import { acceptance, demandFrom, twoPartners } from '@tenantry/recipes/transfer.ts'
import type { Session } from '@tenantry/recipes/session.ts'
import { auditTable, type AuditRecord } from '../../../packages/server/src/store/world-tables.ts'
import { tenantOfPartner } from '../../../packages/server/src/kernel/tenant.ts'
import { server, world } from '../../world/world.ts'

/** What is kept of a partner's writes about a customer. All of one moment, it has no order. */
async function auditOf({ operator, partner }: Session, customerId: string): Promise<AuditRecord[]> {
  const { name } = await operator.world()
  const { worlds } = await server()
  return worlds
    .get(name)
    .transact('read', (trx) =>
      trx.documents(auditTable, tenantOfPartner(partner)).list({ where: { customer: customerId } }),
    )
}

const since = (before: readonly AuditRecord[], now: readonly AuditRecord[]): AuditRecord[] =>
  now.filter(({ id }) => !before.some((known) => known.id === id))

const summaryOf = ({ operationType, status, code }: AuditRecord) => [operationType, status, code]

test('a refused write is audited once, with its code', async (t) => {
  const here = await world(t)
  const customer = await here.customer()
  const before = await auditOf(here, customer.id)

  const refusal = faultOf(await customer.ask.carts.create(customer.ids, { lineItems: [] }))

  const [record, ...more] = since(before, await auditOf(here, customer.id))
  assert.ok(refusal !== undefined && record !== undefined)
  assert.deepEqual(summaryOf(record), ['create_cart', 'failed', refusal.code])
  assert.deepEqual(more, [])
  assert.equal(record.applicationId.length, 36)
})

test('what becomes of a transfer is audited with each of its partners', async (t) => {
  const { source, target } = await twoPartners(await world(t))
  const base = await source.subscribe('business-basic')
  const [before, others] = [await auditOf(source.world, source.id), await auditOf(target.world, source.id)]

  const { id } = await target.client.transfers.create(target.ids, demandFrom(source.world))
  await source.client.transfers.update({ ...source.ids, transferId: id }, acceptance([base]))

  const mine = since(before, await auditOf(source.world, source.id))
  const theirs = since(others, await auditOf(target.world, source.id))
  const sorted = (records: readonly AuditRecord[]) => records.map((one) => summaryOf(one).join(' ')).sort()
  assert.deepEqual(sorted(mine), sorted(theirs))
  assert.deepEqual(
    mine.map(({ status }) => status),
    ['succeeded', 'succeeded'],
  )
})
