import { spec } from './fault.ts'

/** @see partner-center/developer/error-codes */
export const productFaults = {
  itemIsNotAnOffer: spec(
    2100,
    400,
    "The Offers API doesn't support item with ID {itemId}. Try using the Products and/or SKUs APIs",
  ),
  partnerNotValidForOffer: spec(2006, 403, 'Partner is not valid for offer'),
  offerNotEligible: spec(2085, 403, "The offer isn't eligible for purchase"),
  offerNoLongerAvailable: spec(2091, 403, 'The offer is no longer available for purchase'),
  productNotFound: spec(400013, 404, "Product wasn't found"),
  skuNotFound: spec(400018, 404, "SKU wasn't found"),
  availabilityNotFound: spec(
    400019,
    404,
    'Availability not found. This error can occur when checking out a cart. Partners that get this error should issue a new GET to ensure they have the current availability ID and retry the cart check out.',
  ),
  catalogueInputIsInvalid: spec(400056, 400, 'Invalid input'),
  offerIdIsInvalid: spec(800004, 400, 'Invalid offer ID'),
  catalogItemNotEligible: spec(800020, 403, "The catalog item isn't eligible for purchase."),
  purchaseTermNoLongerAvailable: spec(
    800028,
    403,
    'The initial purchase term is no longer available for purchase/update',
  ),
  offerNotAvailableInCountry: spec(800070, 400, "Offer isn't available in the specified country"),
  includedQuantityIsAmbiguous: spec(800083, 500, 'Availability has more than one included quantity options'),
  durationNotSupported: spec(800084, 500, 'Unsupported duration {duration}'),
  tenantTagsAreMissing: spec(800086, 400, "Customer tenant doesn't have required tags for the offer"),
  catalogItemIdIsMissing: spec(900142, 400, "The catalog item ID isn't present"),
  customerAvailabilitiesNotFound: spec(
    900143,
    400,
    'The request failed to retrieve all availabilities with productId: {productId}, skuId: {skuId} for a customer with ID: {customerId}',
  ),
  provisioningSkuIdIsMissing: spec(900144, 400, "The provisioning SKU ID isn't present"),
  attestationNotAccepted: spec(
    900203,
    400,
    'CatalogItemId: {catalogItemId} requires attestation acceptance.',
  ),
  notPurchasableInSandbox: spec(
    900322,
    403,
    '{productTitle} is not available to purchase in the Sandbox environment. Learn more at {helpLink}.',
  ),
} as const
