/** Products of the default catalogue by a speaking name: `productId:skuId`, which never changes. */
export const products = {
  'business-basic': 'CFQ7TTC0LH18:0001',
  'business-standard': 'CFQ7TTC0LDPB:0001',
  'business-premium': 'CFQ7TTC0LCHC:0002',
  'office-e1': 'CFQ7TTC0LF8Q:0001',
  'office-e3': 'CFQ7TTC0LF8R:0001',
  'office-e5': 'CFQ7TTC0LF8S:0002',
  'm365-e3': 'CFQ7TTC0LFLX:0001',
  'm365-e5': 'CFQ7TTC0LFLZ:0002',
  'm365-f1': 'CFQ7TTC0MBMD:0002',
  'm365-f3': 'CFQ7TTC0LH05:0001',
  'teams-phone': 'CFQ7TTC0Z0T1:0001',
  'audio-conferencing': 'CFQ7TTC0Z0T2:0001',
  'sales-enterprise': 'CFQ7TTC0Z0D2:0001',
  copilot: 'CFQ7TTC0MM8R:0002',
  'multi-geo': 'CFQ7TTC0Z0G1:0001',
  'external-accountant': 'CFQ7TTC0LH33:0001',
  'visio-1': 'CFQ7TTC0HD33:0003',
  'visio-2': 'CFQ7TTC0HD32:0001',
  'windows-365-hybrid': 'CFQ7TTC0HX99:0001',
  'business-basic-trial': 'CFQ7TTC0LH18:0002',
  'm365-e3-trial': 'CFQ7TTC0LFLX:00T1',
  'goals-trial': 'CFQ7TTC0PW0V:00T1',
  'a3-faculty': 'CFQ7TTC0Z0E2:0001',
  'g3-gcc': 'CFQ7TTC0Z0G3:0001',
  'business-premium-nonprofit': 'CFQ7TTC0Z0N2:0001',
  'e3-pilot': 'CFQ7TTC0Z0S1:0001',
  'azure-plan': 'DZH318Z0BPS6:0001',
  'saas-medium': 'DZH318Z0BXWC:0002',
  'windows-server-cal': 'DG7GMGF0DVT7:000C',
  'rds-cal': 'DG7GMGF0DVSV:000P',
  'biztalk-branch': 'DG7GMGF0DWM3:0002',
  'windows-11-pro': 'DG7GMGF0D8H4:0003',
} as const

export type ProductKey = keyof typeof products

/** `productId:skuId` of a product by its name, or of what already is one. */
export const skuOf = (product: string): string => products[product as ProductKey] ?? product

/** `productId:skuId:availabilityId` */
export const isCatalogItem = (product: string): boolean => product.split(':').length === 3

/** Offers of the older program by a speaking name. The first six have a counterpart in new commerce. */
export const legacyOffers = {
  'office-e1': '91FD106F-4B2C-4938-95AC-F54F74E9A239',
  'office-e3': '796B6B5F-613C-4E24-A17C-EBA730D49C02',
  'business-premium': '031C9E47-4802-4248-838E-778FB1D2CC05',
  intune: '51E95709-DC35-4780-9040-22278CB7C0E1',
  'directory-premium': '16C9F982-A827-4003-A88E-E75DF1927F27',
  'calling-plan': '60D2919E-427A-46C9-BD03-89CBAD27D53F',
  'intune-device': '871E82D5-A046-4803-9825-69BA2F640C16',
  'intune-storage': 'CED5F693-2D40-40AE-8848-9809AB1B0EE9',
  'rights-management': 'E60E0348-1710-484B-992A-32B294D4CDE1',
  azure: 'MS-AZR-0145P',
  'azure-sandbox': 'MS-AZR-0146P',
  'azure-shared-services': 'MS-AZR-0159P',
  'business-premium-trial': 'C0BD2E08-11AC-4836-BDC7-3712E744922F',
} as const

export type LegacyOfferKey = keyof typeof legacyOffers
