import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { openApiDocument } from '@tenantry/contract/openapi.ts'

/** The OpenAPI document as it lies in `docs/reference/openapi.json`. */
export const openApiFile = (): string => `${JSON.stringify(openApiDocument(endpoints), null, 2)}\n`
