#!/usr/bin/env node
// Plain JavaScript: Node loads its type stripper only for the first TypeScript file, and a start has none to load.
import { hash } from 'node:crypto'
import {
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = resolve(import.meta.dirname, '../../..')
const folder = join(root, 'node_modules/.cache/tenantry')
const sourceFolders = ['server/src', 'server/bin', 'server/data', 'contract/src', 'contract/data'].map(
  (name) => join('packages', name),
)
/** Loaded as they are: the bundle saves some thousand small files, not these few. */
const apart = ['fastify', 'pino', 'commander', 'pg', 'prom-client', 'esbuild', '@opentelemetry/*']

enableCompileCache(folder)
await import(await startModule())

/**
 * Where the server's code starts: a bundle of the sources as they are now, made at the first start after a change and
 * kept. Loading a thousand small modules one by one, types stripped from each, would cost a second at every start.
 * Without the bundler (an installation without development dependencies) it is the source itself.
 */
async function startModule() {
  const source = join(root, 'packages/server/src/start.ts')
  const bundle = join(folder, `server-${stateOfSources()}.mjs`)
  if (existsSync(bundle)) return pathToFileURL(bundle).href
  try {
    await writeBundle(source, bundle)
    return pathToFileURL(bundle).href
  } catch {
    // A folder that cannot be written to, or no bundler: the sources run as well, only later.
    return pathToFileURL(source).href
  }
}

/** Changes with every source, whichever tool changed it. */
function stateOfSources() {
  const states = sourceFolders
    .flatMap((name) => readdirSync(join(root, name), { recursive: true }).map((path) => join(name, path)))
    .filter((path) => /\.(ts|js|json)$/.test(path) && !/\.(test|fixture|types)\.ts$/.test(path))
    .concat('package-lock.json')
    .map((path) => {
      const { mtimeMs, size } = statSync(join(root, path))
      return `${path} ${mtimeMs} ${size}`
    })
  return hash('sha256', `${process.version}\n${states.sort().join('\n')}`, 'hex').slice(0, 16)
}

async function writeBundle(source, bundle) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: apart,
    logLevel: 'silent',
    plugins: [{ name: 'tenantry', setup: prepareModules }],
  })
  mkdirSync(folder, { recursive: true })
  for (const old of globSync('server-*.mjs', { cwd: folder })) rmSync(join(folder, old), { force: true })
  const unfinished = `${bundle}.${process.pid}`
  writeFileSync(unfinished, outputFiles[0].contents)
  renameSync(unfinished, bundle)
}

function prepareModules(build) {
  build.onLoad({ filter: /\/packages\/.*\.ts$/ }, withItsPlace)
  build.onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }))
  // Imported as an ES module, `node:http` would load its fetch and WebSocket clients too, only to name them.
  build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
    contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
  }))
}

/** A module asks where it lies to find its data; in the bundle it still lies where it lay. */
function withItsPlace({ path }) {
  const contents = readFileSync(path, 'utf8')
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
    .replaceAll('import.meta.dirname', JSON.stringify(resolve(path, '..')))
  return { loader: 'ts', contents }
}
