import { Type, type Static } from 'typebox'
import { Contact } from './address.ts'
import { Collection } from './common.ts'

/** @see partner-center/developer/agreement-resources */
export const agreementTypes = ['MicrosoftCloudAgreement', 'MicrosoftCustomerAgreement'] as const
export const AgreementType = Type.Enum([...agreementTypes])
export type AgreementType = Static<typeof AgreementType>

/** A template that a customer can agree to; the highest `versionRank` of a type is the newest. */
export const AgreementMetaData = Type.Object({
  templateId: Type.String(),
  agreementType: AgreementType,
  agreementLink: Type.String(),
  versionRank: Type.Integer(),
})
export type AgreementMetaData = Static<typeof AgreementMetaData>

export const AgreementMetaDataCollection = Collection(AgreementMetaData)

/** A partner's confirmation that a customer has accepted an agreement. `userId` is set when a user signed in. */
export const Agreement = Type.Object({
  userId: Type.Optional(Type.String()),
  primaryContact: Contact,
  templateId: Type.String(),
  dateAgreed: Type.String(),
  type: AgreementType,
  agreementLink: Type.Optional(Type.String()),
})
export type Agreement = Static<typeof Agreement>

export const AgreementCollection = Collection(Agreement)

/** @see partner-center/developer/confirm-customer-consent-customer-agreement */
export const AgreementRequest = Type.Object({
  userId: Type.Optional(Type.String()),
  primaryContact: Contact,
  templateId: Type.String({ format: 'uuid' }),
  dateAgreed: Type.String(),
  type: AgreementType,
  agreementLink: Type.Optional(Type.String()),
})
export type AgreementRequest = Static<typeof AgreementRequest>

/** Both links hold for five minutes. @see partner-center/developer/download-customer-agreement-template */
export const AgreementDocument = Type.Object({
  displayUri: Type.String(),
  downloadUri: Type.String(),
  language: Type.String(),
  country: Type.String(),
})
export type AgreementDocument = Static<typeof AgreementDocument>

/** @see partner-center/developer/get-direct-sign-status-of-customer-agreement */
export const DirectSignedCustomerAgreementStatus = Type.Object({ isSigned: Type.Boolean() })
export type DirectSignedCustomerAgreementStatus = Static<typeof DirectSignedCustomerAgreementStatus>
