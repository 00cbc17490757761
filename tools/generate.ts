import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { productFiles } from './generate-product-files.ts'

/** Writes everything derived; with `--check` it only compares and fails on a difference. */
const isCheck = process.argv.includes('--check')
const ownedFolders = [
  'docs/reference/faults',
  'docs/reference/precedence',
  'packages/sdk/src/resources',
  'packages/sdk/src/operator/calls',
]

// What the sources themselves import comes first: without it they could not be loaded.
const [file, text] = productFiles()
if (!isUpToDate(file, text)) write(file, text)

const { derivedFiles } = await import('./derived-files.ts')
const files = derivedFiles()
const orphans = ownedFolders.flatMap((folder) => globSync(`${folder}/*`)).filter((path) => !files.has(path))
const stale = [...files].filter(([path, content]) => !isUpToDate(path, content))

if (isCheck) {
  for (const [path] of stale) console.log(`${path} is not up to date: npm run generate`)
  for (const path of orphans) console.log(`${path} is no longer generated: npm run generate`)
  process.exit(stale.length + orphans.length > 0 ? 1 : 0)
}
for (const path of orphans) rmSync(path)
for (const [path, content] of stale) write(path, content)
console.log(
  `${stale.length} files written, ${orphans.length} removed, ${files.size - stale.length} as they were`,
)

function isUpToDate(path: string, content: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') === content
}

function write(path: string, content: string): void {
  if (isCheck) {
    console.log(`${path} is not up to date: npm run generate`)
    process.exit(1)
  }
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}
