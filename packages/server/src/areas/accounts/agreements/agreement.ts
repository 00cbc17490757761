import {
  agreementTypes,
  type AgreementMetaData,
  type AgreementType,
} from '@tenantry/contract/resources/agreement.ts'
import templates from '../../../../data/agreement-templates.json' with { type: 'json' }
import { dateOf, findInstant, type Instant } from '../../../kernel/time.ts'

export interface AgreementContact {
  readonly firstName: string
  readonly middleName?: string
  readonly lastName: string
  readonly email: string
  readonly phoneNumber?: string
}

/** One partner's confirmation that a customer has accepted an agreement. */
export interface AgreementRecord {
  readonly id: string
  version: number
  readonly customerId: string
  /** The object id of the partner's user; absent when an app confirmed alone. */
  readonly userId?: string
  readonly primaryContact: AgreementContact
  readonly templateId: string
  readonly type: AgreementType
  /** As it was sent: it is printed back so. */
  readonly dateAgreed: string
  readonly confirmedAt: Instant
}

/** What customers can agree to, the newest first. The template ids are the same in every world. */
export const agreementTemplates: readonly AgreementMetaData[] = templates
  .map((template) => ({ ...template, agreementType: agreementTypeOf(template.agreementType) }))
  .sort((a, b) => b.versionRank - a.versionRank)

export const findTemplate = (templateId: string): AgreementMetaData | undefined =>
  agreementTemplates.find((template) => template.templateId === templateId.toLowerCase())

function agreementTypeOf(name: string): AgreementType {
  const type = agreementTypes.find((known) => known === name)
  if (type === undefined) throw new TypeError(`no type of agreement: ${name}`)
  return type
}

/** The day in UTC on which the customer agreed is none of those before which it has to agree again. */
export function isInForce({ type, dateAgreed }: AgreementRecord, agreedSince: string): boolean {
  if (type !== 'MicrosoftCustomerAgreement') return true
  const agreedAt = findInstant(dateAgreed)
  return agreedAt === undefined || dateOf(agreedAt) >= agreedSince
}

/** Whoever confirms twice for one person says nothing new. Letters' case and spaces around do not matter. */
export const isSameContact = (a: AgreementContact, b: AgreementContact): boolean =>
  contactKey(a) === contactKey(b)

const contactKey = ({ firstName, middleName, lastName, email, phoneNumber }: AgreementContact): string =>
  [firstName, middleName, lastName, email, phoneNumber]
    .map((part) => part?.trim().toLowerCase() ?? '')
    .join('\u0000')
