import type { AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { newCustomer } from '../../new-customer.ts'
import type { Address } from '@tenantry/contract/resources/address.ts'
import type { CustomerRequest } from '@tenantry/contract/resources/customer.ts'
import { changed, type Changes } from '../../changed.ts'
import { recipe, type Recipe } from '../../recipe.ts'
import type { World } from '../../world.ts'

/** A customer that would be created, but for one thing. */
const refusedCustomer = (
  fault: AnyFaultName,
  title: string,
  spoil: (fitting: CustomerRequest) => CustomerRequest,
  wishes: { readonly country?: string; readonly seller?: (world: World) => Promise<World> } = {},
): Recipe =>
  recipe({
    fault,
    title,
    async given(world) {
      const seller = (await wishes.seller?.(world)) ?? world
      const { country } = wishes
      return { seller, body: spoil(await newCustomer(seller, country === undefined ? {} : { country })) }
    },
    when: (world, { seller, body }) => seller.in(world.caller.locale).ask.customers.create(body),
  })

const withCompanyName = (companyName: string) => (fitting: CustomerRequest) => ({
  ...fitting,
  billingProfile: { ...fitting.billingProfile, companyName },
})

const withAddress = (changes: Changes<Address>) => (fitting: CustomerRequest) => ({
  ...fitting,
  billingProfile: {
    ...fitting.billingProfile,
    defaultAddress: changed(fitting.billingProfile.defaultAddress, changes),
  },
})

const withRegistration =
  (organizationRegistrationNumber: string | undefined) => (fitting: CustomerRequest) => ({
    ...fitting,
    companyProfile: changed(fitting.companyProfile, { organizationRegistrationNumber }),
  })

const european = (world: World) => world.of({ type: 'indirectProvider', market: 'DE' })

export const customerRecipes: readonly Recipe[] = [
  refusedCustomer(
    'marketNotAuthorized',
    'A partner of one region cannot have customers of another',
    (fitting) => fitting,
    { country: 'BR' },
  ),
  refusedCustomer('propertyIsInvalid', 'The credentials of a new customer are made, not sent', (fitting) => ({
    ...fitting,
    userCredentials: { userName: 'admin', password: 'of my own' },
  })),
  refusedCustomer('requestInputIsInvalid', 'A customer needs a billing profile', (fitting) =>
    changed(fitting, { billingProfile: undefined }),
  ),
  refusedCustomer(
    'registrationIdIsMissing',
    'Hungarian companies state their registration number',
    withRegistration(undefined),
    { country: 'HU', seller: european },
  ),
  refusedCustomer(
    'registrationIdFormatIsInvalid',
    'A Hungarian registration number has 8 or 11 digits',
    withRegistration('HU-1'),
    { country: 'HU', seller: european },
  ),
  refusedCustomer(
    'phoneNumberIsMissing',
    'Where a registration number is needed a phone number is too',
    withAddress({ phoneNumber: undefined }),
    { country: 'HU', seller: european },
  ),
  refusedCustomer(
    'registrationIdNotSupported',
    'Companies of the United States have no registration number here',
    withRegistration('12-3456789'),
  ),
  refusedCustomer(
    'registrationOrAddressIsInvalid',
    'An address in the United States has a postal code of its form',
    withAddress({ postalCode: 'W1' }),
  ),
  refusedCustomer('nameIsTooShort', 'A company name has more than one character', withCompanyName('C')),
  refusedCustomer('nameIsNotAllowed', 'A legal form alone is no company name', withCompanyName('llc')),
  refusedCustomer(
    'personNameIsTooLong',
    'A first name has at most 40 characters',
    withAddress({ firstName: 'Maximiliane'.repeat(4) }),
  ),
  refusedCustomer('nameHasOnlyNumbers', 'A company name has letters', withCompanyName('20260115')),
  refusedCustomer('nameHasOnlySpecialCharacters', 'Punctuation alone is no name', withCompanyName('&&--&&')),
  refusedCustomer('nameHasEmoji', 'Names have no emoji', withCompanyName('Contoso 🥨')),
  refusedCustomer(
    'nameHasForbiddenCharacters',
    'Names have no control characters',
    withCompanyName('Contoso\u0007Ltd'),
  ),
  refusedCustomer(
    'companyNameIsTooLong',
    'A company name has at most 220 characters',
    withCompanyName('Contoso Bakeries '.repeat(14).trim()),
  ),
  recipe({
    fault: 'validationStatusNotFound',
    title: 'An account that was never reviewed has no validation status',
    given: (world) => world.customer(),
    when: (world, customer) =>
      world.ask.customers.getCustomerValidationStatus(customer.ids, { type: 'account' }),
  }),
  recipe({
    fault: 'agreementAlreadyConfirmed',
    title: 'The same person confirms an agreement only once',
    async given(world) {
      const customer = await world.customer({ agreement: false })
      const body = await customer.agreementBody()
      await customer.client.agreements.confirmCustomer(customer.ids, body)
      return { customer, body }
    },
    when: (world, { customer, body }) => world.ask.agreements.confirmCustomer(customer.ids, body),
  }),
]
