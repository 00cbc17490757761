/**
 * What a customer of a country needs to be created: an address that its rules accept, a culture, a number if asked for.
 */
export interface Place {
  readonly culture: string
  readonly language: string
  readonly addressLine1: string
  readonly city: string
  readonly postalCode: string
  readonly state?: string
  readonly phoneNumber: string
  readonly organizationRegistrationNumber?: string
  readonly [member: string]: string | undefined
}

export const addresses: Readonly<Record<string, Place>> = {
  US: {
    culture: 'en-US',
    language: 'en',
    addressLine1: '1 Bakery Lane',
    city: 'Redmond',
    state: 'WA',
    postalCode: '98052',
    phoneNumber: '4255550101',
  },
  DE: {
    culture: 'de-DE',
    language: 'de',
    addressLine1: 'Walter-Gropius-Straße 5',
    city: 'München',
    postalCode: '80807',
    phoneNumber: '4989555010',
  },
  NL: {
    culture: 'nl-NL',
    language: 'nl',
    addressLine1: 'Evert van de Beekstraat 354',
    city: 'Schiphol',
    postalCode: '1118 CZ',
    phoneNumber: '31205550101',
  },
  PT: {
    culture: 'pt-PT',
    language: 'pt',
    addressLine1: 'Rua do Fogo de Santelmo 2',
    city: 'Lisboa',
    postalCode: '1990-110',
    phoneNumber: '351210555010',
  },
  CZ: {
    culture: 'cs-CZ',
    language: 'cs',
    addressLine1: 'Vyskočilova 1561/4a',
    city: 'Praha',
    postalCode: '140 00',
    phoneNumber: '420255550101',
  },
  IN: {
    culture: 'en-IN',
    language: 'en',
    addressLine1: '10 Residency Road',
    city: 'Bengaluru',
    state: 'Karnataka',
    postalCode: '560025',
    phoneNumber: '918055501010',
    organizationRegistrationNumber: 'ABCDE1234F',
  },
  BR: {
    culture: 'pt-BR',
    language: 'pt',
    addressLine1: 'Avenida Paulista 1000',
    city: 'São Paulo',
    state: 'SP',
    postalCode: '01310-100',
    phoneNumber: '551155501010',
    organizationRegistrationNumber: '11222333000181',
  },
  HU: {
    culture: 'hu-HU',
    language: 'hu',
    addressLine1: 'Graphisoft Park 3',
    city: 'Budapest',
    postalCode: '1031',
    phoneNumber: '3615550101',
    organizationRegistrationNumber: '12345678',
  },
  PL: {
    culture: 'pl-PL',
    language: 'pl',
    addressLine1: 'Aleje Jerozolimskie 195A',
    city: 'Warszawa',
    postalCode: '02-222',
    phoneNumber: '48225550101',
    organizationRegistrationNumber: '1234563218',
  },
}
