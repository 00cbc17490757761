import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { faultsOf } from '@tenantry/contract/faults-of.ts'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { recipes } from '@tenantry/recipes/index.ts'
import { wiring } from '../packages/server/src/wiring.ts'
import { authzMatrix } from './generate-authz-matrix.ts'
import { chargeTypesPage } from './generate-charge-types.ts'
import { cliHelp } from './generate-cli-help.ts'
import { faultPages } from './generate-fault-pages.ts'
import { openApiFile, operatorOpenApiFile } from './generate-openapi.ts'
import { operatorSdkFiles } from './generate-operator-sdk.ts'
import { precedencePages } from './generate-precedence.ts'
import { sdkFiles } from './generate-sdk.ts'
import { storedShapes } from './generate-stored-shapes.ts'
import { uncoveredFaults } from './generate-uncovered-faults.ts'

const shapesFile = 'tests/golden/stored-shapes.txt'

/** Everything that is made of the sources. */
export const derivedFiles = (): Map<string, string> =>
  new Map<string, string>([
    ...sdkFiles(),
    ...operatorSdkFiles(),
    ...faultPages({ endpointsOf, recipeOf }),
    ['packages/contract/data/fault-recipes.json', recipeTitles()],
    ...precedencePages(),
    ['docs/reference/charge-types.md', chargeTypesPage()],
    ['tests/golden/openapi.json', openApiFile()],
    ['tests/golden/operator-openapi.json', operatorOpenApiFile()],
    ['tests/golden/authz-matrix.txt', authzMatrix()],
    ['tests/golden/cli-help.txt', cliHelp()],
    ['tests/golden/uncovered-faults.txt', uncoveredFaults()],
    [shapesFile, storedShapes(shapesFile, wiring.tables)],
  ])

function endpointsOf(name: string): string[] {
  const spec = (everyFault as Readonly<Record<string, object>>)[name]
  return Object.values(endpoints)
    .filter((endpoint) => (faultsOf(endpoint) as readonly object[]).includes(spec ?? {}))
    .map(({ method, path }) => `${method} ${path}`)
}

/** Which recipe reaches a fault: told by the server, which may not import the recipes. */
function recipeTitles(): string {
  const titles = Object.keys(everyFault).flatMap((name) => {
    const title = recipeOf(name)
    return title === undefined ? [] : [[name, title]]
  })
  return `${JSON.stringify(Object.fromEntries(titles), null, 2)}\n`
}

function recipeOf(name: string): string | undefined {
  return recipes.find(({ fault }) => fault === name)?.title
}
