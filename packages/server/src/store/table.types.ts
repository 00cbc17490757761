import { documentTable, unchanged, type Versioned } from './table.ts'

/** Type tests: each line marked with `@ts-expect-error` must not compile. */
interface Ship extends Versioned {
  name: string
  tons: number
}

interface LongShip extends Versioned {
  name: string
  kilograms: number
}

const common = {
  name: 'ship',
  tenancy: 'partner',
  key: ['name'],
  row: ({ name }: Ship) => ({ name }),
} as const

const weigh = ({ name, version, kilograms }: LongShip): Ship => ({ name, version, tons: kilograms / 1_000 })

documentTable<Ship>()({ ...common, shape: 1 })
documentTable<Ship>()({ ...common, shape: 2, upgrade: { 2: weigh } })
documentTable<Ship>()({ ...common, shape: 3, upgrade: { 2: unchanged, 3: weigh } })

// @ts-expect-error a table says its shape
documentTable<Ship>()({ ...common })
// @ts-expect-error the first shape has nothing to be upgraded from
documentTable<Ship>()({ ...common, shape: 1, upgrade: { 2: weigh } })
// @ts-expect-error a step is missing
documentTable<Ship>()({ ...common, shape: 2 })
// @ts-expect-error a step is missing
documentTable<Ship>()({ ...common, shape: 3, upgrade: { 3: weigh } })
// @ts-expect-error the last step makes today's document
documentTable<Ship>()({ ...common, shape: 2, upgrade: { 2: ({ name }: LongShip) => ({ name }) } })
