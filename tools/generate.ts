import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'
import { faultsOf } from '@tenantry/contract/faults-of.ts'
import { everyFault } from '@tenantry/contract/faults/index.ts'
import { recipes } from '@tenantry/recipes/index.ts'
import { ruleLists } from '../packages/server/src/rule-lists.ts'
import { authzMatrix } from './generate-authz-matrix.ts'
import { cliHelp } from './generate-cli-help.ts'
import { faultPages } from './generate-fault-pages.ts'
import { openApiFile, operatorOpenApiFile } from './generate-openapi.ts'
import { operatorSdkFiles } from './generate-operator-sdk.ts'
import { precedencePage } from './generate-precedence.ts'
import { sdkFiles } from './generate-sdk.ts'
import { uncoveredFaults } from './generate-uncovered-faults.ts'

/** Writes everything derived; with `--check` it only compares and fails on a difference. */
const files = new Map<string, string>([
  ...sdkFiles(),
  ...operatorSdkFiles(),
  ...faultPages({ endpointsOf, recipeOf }),
  ['packages/contract/data/fault-recipes.json', recipeTitles()],
  ['docs/reference/precedence.md', precedencePage(ruleLists)],
  ['tests/golden/openapi.json', openApiFile()],
  ['tests/golden/operator-openapi.json', operatorOpenApiFile()],
  ['tests/golden/authz-matrix.txt', authzMatrix()],
  ['tests/golden/cli-help.txt', cliHelp()],
  ['tests/golden/uncovered-faults.txt', uncoveredFaults()],
])
const ownedFolders = [
  'docs/reference/faults',
  'packages/sdk/src/resources',
  'packages/sdk/src/operator/calls',
]
const orphans = ownedFolders.flatMap((folder) => globSync(`${folder}/*`)).filter((file) => !files.has(file))
const stale = [...files].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text)

if (process.argv.includes('--check')) {
  for (const [file] of stale) console.log(`${file} is not up to date: npm run generate`)
  for (const file of orphans) console.log(`${file} is no longer generated: npm run generate`)
  process.exit(stale.length + orphans.length > 0 ? 1 : 0)
}
for (const file of orphans) rmSync(file)
for (const [file, text] of stale) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
console.log(
  `${stale.length} files written, ${orphans.length} removed, ${files.size - stale.length} as they were`,
)

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
