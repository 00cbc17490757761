import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { resolve } from 'node:path'
import { switchOff } from './switchboard.ts'

// Without the switchboard the instrumented code does not run.
switchOff()

/** Preloaded into a worker: the mutated files come instrumented, and `node:test` is the collector. */
const folder = process.env['MUTATE_FOLDER'] ?? ''
const collector = new URL('./collector.ts', import.meta.url).href
const instrumented = new Map(
  (JSON.parse(readFileSync(`${folder}/index.json`, 'utf8')) as string[]).map((path, place) => [
    pathToFileURL(resolve(path)).href,
    `${folder}/${place}.js`,
  ]),
)

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'node:test' ? { url: collector, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const file = instrumented.get(url)
    if (file === undefined) return next(url, context)
    return { format: 'module', source: readFileSync(file, 'utf8'), shortCircuit: true }
  },
})
