import { test } from 'node:test'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** The house rules as a test: where a file may import from, how long it may be, which calls are banned where. */
interface SourceFile {
  readonly path: string
  readonly text: string
  readonly lines: readonly string[]
  readonly imports: readonly { readonly from: string; readonly isType: boolean }[]
}

const files: readonly SourceFile[] = globSync('{packages,tests,tools,bench}/**/*.ts')
  .filter((path) => !path.includes('node_modules'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    const pattern = /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'/gm
    const imports = [...text.matchAll(pattern)].map((found) => ({
      from: resolved(path, found[2] ?? ''),
      isType: found[1] !== undefined,
    }))
    return { path, text, lines: text.split('\n'), imports }
  })

const server = 'packages/server/src/'

/** From the ground up. Each floor of the server imports the floors below it, types too. */
const floors: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  collaborators: ['kernel'],
  store: ['kernel'],
  work: ['kernel', 'collaborators', 'store'],
  world: ['kernel', 'collaborators', 'store', 'work'],
  areas: ['kernel', 'collaborators', 'store', 'work'],
  identity: ['kernel', 'collaborators', 'store', 'work', 'world', 'areas'],
  'world-seed': ['kernel', 'collaborators', 'store', 'work', 'world', 'areas'],
  http: ['kernel', 'collaborators', 'store', 'work', 'world', 'areas', 'identity'],
  operator: [
    ...['kernel', 'collaborators', 'store', 'work', 'world', 'areas'],
    ...['identity', 'world-seed', 'http'],
  ],
}

/** The wings of the areas, each with its areas: an area imports those left of it. */
const wings: Readonly<Record<string, readonly string[]>> = {
  books: ['ledger'],
  catalogue: ['products'],
  accounts: ['partners', 'customers', 'agreements'],
  subscriptions: ['subscription', 'renewals', 'transitions', 'legacy-upgrades', 'azure'],
  purchases: ['shelf', 'carts', 'orders', 'entitlements'],
  moves: ['migrations', 'transfers', 'azure-upgrades'],
}

/** All areas from left to right, as `wing/area`. */
const areas = Object.entries(wings).flatMap(([wing, names]) => names.map((name) => `${wing}/${name}`))

/** What each package may import, beside itself. */
const packages: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  sdk: ['contract'],
  recipes: ['contract', 'sdk'],
  cli: ['contract', 'sdk', 'recipes', 'server'],
  console: ['contract', 'sdk', 'recipes'],
  server: ['contract'],
}

test('a package imports only what stands left of it', (t) => {
  const offenders = files.flatMap(({ path, imports }) => {
    const own = /^packages\/(\w+)\//.exec(path)?.[1]
    if (own === undefined || path.endsWith('.test.ts')) return []
    return imports.flatMap(({ from }) => {
      const other = /^@tenantry\/(\w+)/.exec(from)?.[1] ?? /^packages\/(\w+)\//.exec(from)?.[1]
      if (other === undefined || other === own || packages[own]?.includes(other)) return []
      return [`${path} imports ${from}: ${own} may import ${packages[own]?.join(', ') || 'no other package'}`]
    })
  })
  t.assert.deepEqual(offenders, [])
})

test('a floor of the server imports only the floors below it', (t) => {
  const offenders = files.flatMap(({ path, imports }) => {
    const own = floorOf(path)
    if (own === undefined || isForTests(path)) return []
    return imports.flatMap(({ from }) => {
      const other = floorOf(from)
      if (other === undefined || other === own || floors[own]?.includes(other)) return []
      return [`${path} imports ${from}: ${own} may import ${floors[own]?.join(', ') || 'no other floor'}`]
    })
  })
  t.assert.deepEqual(offenders, [])
})

test('an area imports another one only through its public.ts, and only leftwards', (t) => {
  const offenders = files.flatMap(({ path, imports }) => {
    const own = areaOf(path)
    if (own === undefined || isForTests(path)) return []
    if (!areas.includes(own)) return [`${path}: there is no area ${own}`]
    return imports.flatMap(({ from }) => {
      const other = areaOf(from)
      if (other === undefined || other === own) return []
      if (!from.endsWith(`${other}/public.ts`))
        return [`${path} imports ${from}: only ${other}/public.ts is open to it`]
      if (areas.includes(other) && areas.indexOf(other) < areas.indexOf(own)) return []
      return [`${path} imports ${from}: ${other} does not stand left of ${own}`]
    })
  })
  t.assert.deepEqual(offenders, [])
})

test('no file imports itself by way of others', (t) => {
  t.assert.deepEqual(circlesOf(new Map(files.map(({ path, imports }) => [path, imports]))), [])
})

test('a folder holds at most twenty sources', (t) => {
  const rooms = new Map<string, number>()
  for (const { path } of files)
    if (!isForTests(path)) rooms.set(dirname(path), (rooms.get(dirname(path)) ?? 0) + 1)
  const offenders = [...rooms].filter(([, size]) => size > 20).map(([room, size]) => `${room}: ${size}`)
  t.assert.deepEqual(offenders, [])
})

test('only a transfer makes two partners parties to one thing', (t) => {
  const offenders = files
    .filter(({ path }) => path !== `${server}kernel/tenant.ts` && path !== 'tests/tree.test.ts')
    .filter(
      ({ path, text }) =>
        path !== `${server}areas/moves/transfers/counterpart.ts` && /\bpartiesOf\b/.test(text),
    )
    .map(
      ({ path }) =>
        `${path} calls partiesOf: areas/moves/transfers/counterpart.ts is the way to a counterpart`,
    )
  t.assert.deepEqual(offenders, [])
})

test('rules stay pure: no store, world, http or Node module in a *-rules.ts', (t) => {
  const offenders = files
    .filter(({ path }) => path.startsWith(`${server}areas/`) && path.endsWith('-rules.ts'))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          ({ from, isType }) => !isType && /^(node:|packages\/server\/src\/(store|world|http)\/)/.test(from),
        )
        .map(({ from }) => `${path} imports ${from}: a rule is decided by facts that were loaded before`),
    )
  t.assert.deepEqual(offenders, [])
})

test('tables are opened only by repositories and by what stands below the areas', (t) => {
  const offenders = files
    .filter(({ path }) => path.startsWith(`${server}areas/`) && !/-repository(\.\w+)?\.ts$/.test(path))
    .filter(({ path, text }) => !path.endsWith('.test.ts') && /\.documents\(/.test(text))
    .map(({ path }) => `${path} opens a table: put the query into the area's *-repository.ts`)
  t.assert.deepEqual(offenders, [])
})

/** Texts and tables: longer files, and lines as long as a text. */
const catalogues = new RegExp(
  [
    'contract/src/(faults|locales|resources|endpoints|reasons)/',
    'sdk/src/resources/',
    '/(entra-errors|cart-notices|public-pages)\\.ts$',
  ].join('|'),
)

interface Ban {
  readonly what: RegExp
  readonly instead: string
  readonly allowedIn: RegExp
}

const bans: readonly Ban[] = [
  {
    what: /\bDate\.now\(|\bnew Date\(|\bTemporal\.Now\b/,
    instead: 'scope.now (business time) or wallNow() of world/clock.ts',
    allowedIn:
      /^(packages\/server\/src\/(world|kernel\/time\.ts)|packages\/(sdk|cli|console)|tests|tools|bench)/,
  },
  {
    what: /\bMath\.random\(|\brandomUUID\(/,
    instead: 'scope.newId() or scope.newToken()',
    allowedIn: /^(packages\/server\/src\/kernel\/ids\.ts|packages\/(sdk|cli|console)|tests|tools|bench)/,
  },
  {
    what: /\bsetTimeout\(|\bsetInterval\(/,
    instead: 'the agenda: scope.agenda.schedule()',
    allowedIn:
      /^(packages\/server\/src\/(world\/|start\.ts|http\/listener\.ts|store\/postgres\/postgres-socket\.ts)|packages\/(sdk|cli|console)|tests|tools|bench)/,
  },
  {
    what: /\bparseFloat\(|\.toFixed\(/,
    instead: 'Money and Decimal of kernel/',
    allowedIn: /^(packages\/(cli|console)|tests|tools|bench)/,
  },
  {
    what: /(?:^|[^\w'"`])any(?:\[\]|[>,;)])/,
    instead: 'unknown, or the type itself',
    allowedIn: /^tests\/tree/,
  },
  {
    what: /\bnew Fault\(/,
    instead: 'fault(spec, params).with(details): the compiler knows the placeholders',
    allowedIn: /^(packages\/contract\/src\/faults\/fault\.ts|tests\/tree)/,
  },
  {
    what: /\bcore\.(ask|send)\(|\.(ask|send)(<[^(]*>)?\(\s*['"](GET|HEAD|POST|PUT|PATCH|DELETE)['"]/,
    instead:
      'client.<resource>.<operation>(…) or ask.<resource>.<operation>(…); raw() where the types forbid it',
    allowedIn: /^(packages\/(sdk|console|server)\/|packages\/recipes\/src\/session\.ts|tests\/console)/,
  },
  { what: /\bexport default\b/, instead: 'a named export', allowedIn: /^tests\/tree/ },
  { what: /^\s*\/\/ ?[-=*]{4,}/m, instead: 'a file of its own', allowedIn: /^tests\/tree/ },
]

test('a banned call names its replacement', (t) => {
  const offenders = files.flatMap(({ path, lines }) =>
    bans
      .filter(({ allowedIn }) => !allowedIn.test(path))
      .flatMap(({ what, instead }) =>
        lines.flatMap((line, i) =>
          what.test(withoutComment(line)) ? [`${path}:${i + 1}: ${line.trim()} — use ${instead}`] : [],
        ),
      ),
  )
  t.assert.deepEqual(offenders, [])
})

test('files, functions and lines stay within their limits', (t) => {
  const offenders = files.flatMap(({ path, lines }) => {
    const isCatalogue = catalogues.test(path)
    const most = isCatalogue ? 600 : 400
    const tooLong = lines.length - 1 > most ? [`${path} has ${lines.length - 1} lines, at most ${most}`] : []
    const wide = isCatalogue
      ? []
      : lines.flatMap((line, i) => (isTooWide(line) ? [`${path}:${i + 1} is wider than 120`] : []))
    return [...tooLong, ...wide, ...(/\.(test|fixture)\.ts$/.test(path) ? [] : longFunctions(path, lines))]
  })
  t.assert.deepEqual(offenders, [])
})

test('names do not say nothing', (t) => {
  const empty =
    /\b(?:class|interface|type|function|const)\s+\w*(Service|Manager|Helper|Util|Impl|Handler|Info)\b/
  const offenders = files
    .filter(({ path }) => path.startsWith('packages/'))
    .flatMap(({ path, lines }) =>
      lines.flatMap((line, i) => (empty.test(line) ? [`${path}:${i + 1}: ${line.trim()}`] : [])),
    )
  t.assert.deepEqual(offenders, [])
})

test('every source file is reached from somewhere', (t) => {
  const imported = new Set(files.flatMap(({ imports }) => imports.map(({ from }) => from)))
  const texts = files.map(({ text }) => text).join('\n')
  const offenders = files
    .filter(({ path }) => path.startsWith('packages/') && !/\.(test|types|fixture)\.ts$/.test(path))
    .filter(({ path }) => !/\/(main|index|public)\.ts$/.test(path) && !imported.has(path))
    .filter(({ path }) => !imported.has(path.replace(/^packages\/(\w+)\/src\//, '@tenantry/$1/')))
    .filter(({ path }) => !texts.includes(`/${path.split('/').at(-1)}'`))
    .map(({ path }) => `${path} is imported by nothing`)
  t.assert.deepEqual(offenders, [])
})

function resolved(path: string, from: string): string {
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : from
}

/** `@tenantry/sdk/etag.ts`, `@tenantry/sdk/operator` and `@tenantry/sdk` as the files that they are. */
function fileOf(from: string): string {
  const [, name, file = 'index.ts'] = /^@tenantry\/(\w+)(?:\/(.+))?$/.exec(from) ?? []
  if (name === undefined) return from
  return `packages/${name}/src/${/\.tsx?$/.test(file) ? file : `${file}.ts`}`
}

const floorOf = (path: string): string | undefined => new RegExp(`^${server}([\\w-]+)/`).exec(path)?.[1]

const areaOf = (path: string): string | undefined =>
  new RegExp(`^${server}areas/([\\w-]+/[\\w-]+)/`).exec(path)?.[1]

const isForTests = (path: string): boolean => /\.(test|fixture|fault|types)\.ts$/.test(path)

/** Each circle of imports, by the files on it. */
function circlesOf(graph: ReadonlyMap<string, SourceFile['imports']>): string[] {
  const done = new Set<string>()
  const way: string[] = []
  const circles: string[] = []
  const visit = (path: string): void => {
    const start = way.indexOf(path)
    if (start !== -1) circles.push([...way.slice(start), path].join(' → '))
    if (start !== -1 || done.has(path)) return
    way.push(path)
    for (const { from } of graph.get(path) ?? []) if (graph.has(fileOf(from))) visit(fileOf(from))
    way.pop()
    done.add(path)
  }
  for (const path of graph.keys()) visit(path)
  return circles
}

const isTooWide = (line: string): boolean =>
  line.length > 120 && !/^import .* from '|https?:\/\/|`.*<|^\s*(['"`]|\[?'|\/\^)/.test(line)

const withoutComment = (line: string): string => (/^\s*(\*|\/\*|\/\/)/.test(line) ? '' : line)

/** Functions at the top level or in a class; their end is the brace at the indent of their start. */
function longFunctions(path: string, lines: readonly string[]): string[] {
  const found: string[] = []
  for (const [start, line] of lines.entries()) {
    const head =
      /^(\s*)(?:export )?(?:async )?(?:function\s|(?:static |readonly )?(?:async )?#?\w+\([^)]*\)(?::[^=]*)? \{$|const \w+ = .*=> \{$)/.exec(
        line,
      )
    if (head === null || /^\s*(if|for|while|switch|return|catch)\b/.test(line)) continue
    const end = lines.findIndex((each, i) => i > start && each.startsWith(`${head[1]}}`))
    if (end - start + 1 > 60)
      found.push(`${path}:${start + 1} has ${end - start + 1} lines, a function has at most 60`)
  }
  return found
}
