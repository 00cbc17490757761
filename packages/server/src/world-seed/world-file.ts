import { readFileSync } from 'node:fs'
import { PartnerEntry } from '@tenantry/contract/operator/resources/partner.ts'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

const Guid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
const Duration = Type.String({ pattern: '^P(?!$)(\\d+Y)?(\\d+M)?(\\d+D)?(T\\d+H)?$' })
const strict = { additionalProperties: false } as const

const Address = Type.Object(
  {
    addressLine1: Type.String({ minLength: 1 }),
    addressLine2: Type.Optional(Type.String()),
    city: Type.String({ minLength: 1 }),
    state: Type.Optional(Type.String()),
    postalCode: Type.Optional(Type.String()),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
    phoneNumber: Type.Optional(Type.String()),
  },
  strict,
)

/** One partner's relationship with the customer. A provider's can name the reseller who looks after the customer. */
const CustomerPartner = Type.Object(
  {
    tenantId: Guid,
    relationship: Type.Union([Type.Literal('reseller'), Type.Literal('advisor')]),
    resellerTenantId: Type.Optional(Guid),
  },
  strict,
)

/**
 * A subscription that the customer holds when the world begins. Dates are counted back from the world's start, so that
 * the file is as true with a live clock as with a fixed one.
 */
export const Holding = Type.Object(
  {
    /** By which other holdings of the customer refer to it. */
    key: Type.String({ pattern: '^[a-z0-9-]+$' }),
    /** The partner that bought it; one of the customer's. */
    partnerTenantId: Guid,
    /** New commerce: `productId:skuId`. The segment is the sku's. */
    sku: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{12}:[A-Z0-9]{4}$' })),
    /** The older program: the offer's id. Exactly one of `sku` and `offerId` is given. */
    offerId: Type.Optional(Type.String()),
    quantity: Type.Integer({ minimum: 1 }),
    /** ISO 8601; absent where the sku has no term (Azure plan, the older program). */
    term: Type.Optional(Duration),
    billingCycle: Type.Union([Type.Literal('monthly'), Type.Literal('annual'), Type.Literal('none')]),
    startedAgo: Duration,
    /** What has become of it by now; `expired` ones end by themselves, their term being over. */
    state: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('expired')]),
    autoRenew: Type.Boolean(),
    friendlyName: Type.Optional(Type.String({ minLength: 1 })),
    /** Only with `offerId`: the partner on record, and a promotion of the first year. */
    partnerId: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })),
    promotionId: Type.Optional(Type.String({ minLength: 1 })),
    /** The key of the holding whose add-on it is. */
    addOnTo: Type.Optional(Type.String()),
  },
  strict,
)
export type Holding = Static<typeof Holding>

export const CustomerEntry = Type.Object(
  {
    tenantId: Guid,
    /** The default domain; its first label is what was asked for when the customer was created. */
    domain: Type.String({ pattern: '^[a-z0-9.-]+$' }),
    companyName: Type.String({ minLength: 1 }),
    /** ISO 3166-1 alpha-2; decides in which market the customer buys. */
    market: Type.String({ pattern: '^[A-Z]{2}$' }),
    segment: Type.Union([
      Type.Literal('commercial'),
      Type.Literal('education'),
      Type.Literal('government'),
      Type.Literal('nonprofit'),
    ]),
    /** Needed with the segment education. */
    educationSegment: Type.Optional(Type.Union([Type.Literal('K12'), Type.Literal('HigherEducation')])),
    /** Marks of the directory tenant that a sku can ask for, for example `GCC`. */
    tenantTags: Type.Optional(Type.Array(Type.String())),
    organizationRegistrationNumber: Type.Optional(Type.String()),
    contact: Type.Object(
      { firstName: Type.String(), lastName: Type.String(), email: Type.String(), phoneNumber: Type.String() },
      strict,
    ),
    culture: Type.String({ pattern: '^[a-z]{2}-[A-Z]{2}$' }),
    language: Type.String({ pattern: '^[a-z]{2}$' }),
    address: Address,
    /** Whether the Microsoft Customer Agreement was confirmed, by the contact, for every partner. */
    agreementConfirmed: Type.Boolean(),
    partners: Type.Array(CustomerPartner, { minItems: 1 }),
    holdings: Type.Array(Holding),
  },
  strict,
)
export type CustomerEntry = Static<typeof CustomerEntry>

/** The first inhabitants of a world: `data/worlds/default.json`, or a file that a start names with `--seed`. */
export const WorldFile = Type.Object(
  {
    format: Type.Literal('tenantry-seed'),
    formatVersion: Type.Literal(1),
    name: Type.String({ minLength: 1 }),
    partners: Type.Array(PartnerEntry),
    customers: Type.Array(CustomerEntry),
  },
  strict,
)
export type WorldFile = Static<typeof WorldFile>

/** A world file that cannot be used, told with the place in it. */
export class UnusableWorldFile extends Error {
  override readonly name = 'UnusableWorldFile'
}

/** `default`, `empty`, or the path of a file. */
export function readWorldFile(seed: string): WorldFile {
  if (seed === 'empty') {
    return { format: 'tenantry-seed', formatVersion: 1, name: 'empty', partners: [], customers: [] }
  }
  if (seed !== 'default') return checkedWorldFile(parsed(seed), seed)
  // It ships with the program: a test holds it against the schema, so that not every start has to.
  return parsed(new URL('../../data/worlds/default.json', import.meta.url)) as WorldFile
}

export function checkedWorldFile(value: unknown, where: string): WorldFile {
  if (!Value.Check(WorldFile, value)) {
    const [first] = Value.Errors(WorldFile, value)
    throw new UnusableWorldFile(`${where}: ${first?.instancePath ?? ''} ${first?.message ?? 'does not fit'}`)
  }
  const problem = brokenReference(value)
  if (problem !== undefined) throw new UnusableWorldFile(`${where}: ${problem}`)
  return value
}

/** A text that changes with the file that a seed names. What ships with the program stays as it is while it runs. */
export const contentOf = (seed: string): string =>
  seed === 'empty' || seed === 'default' ? seed : `${seed}\n${readText(seed)}`

function parsed(path: URL | string): unknown {
  try {
    return JSON.parse(readText(path)) as unknown
  } catch (error) {
    if (error instanceof UnusableWorldFile) throw error
    throw unusable(path, error)
  }
}

function readText(path: URL | string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw unusable(path, error)
  }
}

const unusable = (path: URL | string, error: unknown): UnusableWorldFile =>
  new UnusableWorldFile(`${String(path)}: ${error instanceof Error ? error.message : 'cannot be read'}`)

/** The first name in the file that points to nothing. */
function brokenReference({ partners, customers }: WorldFile): string | undefined {
  const known = new Set(partners.map((partner) => partner.tenantId))
  for (const partner of partners) {
    const lost = partner.partnerships.find(({ resellerTenantId }) => !known.has(resellerTenantId))
    if (lost !== undefined) return `${partner.name} has a partnership with nobody: ${lost.resellerTenantId}`
  }
  for (const customer of customers) {
    const problem = brokenReferenceOf(customer, known)
    if (problem !== undefined) return `${customer.companyName} ${problem}`
  }
  return undefined
}

function brokenReferenceOf(customer: CustomerEntry, known: ReadonlySet<string>): string | undefined {
  const own = new Set(customer.partners.map(({ tenantId }) => tenantId))
  const named = customer.partners.flatMap(({ tenantId, resellerTenantId }) => [tenantId, resellerTenantId])
  const lost = named.find((id) => id !== undefined && !known.has(id))
  if (lost !== undefined) return `has a partner that is not in the file: ${lost}`
  const keys = new Set<string>()
  for (const holding of customer.holdings) {
    if ((holding.sku === undefined) === (holding.offerId === undefined))
      return `${holding.key}: give sku or offerId`
    if (holding.offerId === undefined && (holding.partnerId ?? holding.promotionId) !== undefined)
      return `${holding.key}: partnerId and promotionId are for an offerId only`
    if (!own.has(holding.partnerTenantId)) return `${holding.key} was bought from none of its partners`
    if (keys.has(holding.key)) return `has two holdings named ${holding.key}`
    // An add-on stands after what it belongs to, so that the file can be worked off in its order.
    if (holding.addOnTo !== undefined && !keys.has(holding.addOnTo))
      return `${holding.key} adds to an unknown holding`
    keys.add(holding.key)
  }
  return undefined
}
