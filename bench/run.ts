import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loads } from './loads/index.ts'
import type { Load } from './loads/load.ts'
import { measure, type Measured } from './measured.ts'
import { loadLine, printMeasured, verdictsOf } from './report.ts'

const usage = `npm run bench -- NAME… [--quick] [--runs N] [--seed N] [--keep] [--profile DIR] [--strict]
  NAME is one of ${loads.map(({ name }) => name).join(', ')}; or the beginning of several (postgres); or all
  --quick    three shorter runs instead of five
  --keep     keeps the result in bench/results/
  --profile  writes CPU profiles of the server to DIR (they slow it down)
  --strict   ends with 1 when a target is missed`

const { values, positionals } = readArguments()
const wanted = positionals.includes('all') ? [...loads] : positionals.flatMap(loadsNamed)
if (wanted.length === 0) fail(usage)
const order = { quick: values.quick, seed: Number(values.seed), profileFolder: values.profile }

// That node:sqlite is experimental is nothing a bench has to tell.
process.removeAllListeners('warning')

let isMissed = false
for (const load of wanted) {
  const missing = await load.missing?.()
  if (missing !== undefined) {
    console.log(`${load.name}: skipped: it needs ${missing}`)
    continue
  }
  const runs = Number(values.runs ?? load.runs ?? (values.quick ? 3 : 5))
  console.log(
    `${load.name}: ${runs} runs of each side in turn, seed ${order.seed}, ${cpus().length} cores, ${loadLine()}`,
  )
  const measured = await measure(load, order, runs)
  printMeasured(load, measured)
  console.log(`  ${loadLine()}\n`)
  if (verdictsOf(measured).some(({ isMet }) => !isMet)) isMissed = true
  if (values.keep) keep(measured)
}
process.exit(values.strict && isMissed ? 1 : 0)

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        quick: { type: 'boolean', default: false },
        runs: { type: 'string' },
        seed: { type: 'string', default: '20260115' },
        keep: { type: 'boolean', default: false },
        profile: { type: 'string' },
        strict: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

function loadsNamed(name: string): Load[] {
  const exact = loads.filter((load) => load.name === name)
  const found = exact.length > 0 ? exact : loads.filter((load) => load.name.startsWith(`${name}-`))
  return found.length > 0 ? found : fail(`there is no load ${name}\n${usage}`)
}

function fail(text: string): never {
  console.error(text)
  process.exit(2)
}

function keep(measured: Measured): void {
  const folder = fileURLToPath(new URL('results/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  const at = new Date().toISOString()
  const file = `${folder}${measured.load}-${at.replaceAll(/[:.]/g, '-')}.json`
  const kept = {
    at,
    node: process.version,
    seed: order.seed,
    quick: order.quick,
    ...measured,
    verdicts: verdictsOf(measured),
  }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`  kept in ${file}`)
}
