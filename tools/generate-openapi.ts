import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { openApiDocument } from '@tenantry/contract/openapi.ts'
import { operatorAreas } from '@tenantry/contract/operator/index.ts'
import { operatorDocument } from '@tenantry/contract/operator/openapi.ts'

/** The OpenAPI documents as they lie in `tests/golden`: of the published API and of the operator's. */
export const openApiFile = (): string => asFile(openApiDocument(endpoints))
export const operatorOpenApiFile = (): string => asFile(operatorDocument(operatorAreas))

const asFile = (document: object): string => `${JSON.stringify(document, null, 2)}\n`
