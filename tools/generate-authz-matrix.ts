import type { Endpoint, Role } from '@tenantry/contract/endpoint.ts'
import { endpoints } from '@tenantry/contract/endpoints/index.ts'

const roles: readonly Role[] = [
  'global-admin',
  'admin-agent',
  'sales-agent',
  'helpdesk-agent',
  'billing-admin',
  'user-admin',
]

/** A global admin holds these three roles too. */
const ofGlobalAdmin: readonly Role[] = ['admin-agent', 'billing-admin', 'user-admin']

/** Who may call what, one line an endpoint: `tests/golden/authz-matrix.txt`. */
export function authzMatrix(table: Readonly<Record<string, Endpoint>> = endpoints): string {
  const rows = Object.values(table)
    .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, ...cells(endpoint)])
    .sort(([a = ''], [b = '']) => compare(pathOf(a), pathOf(b)) || compare(a, b))
  return textTable([['endpoint', ...roles, 'app-only'], ...rows])
}

function cells(endpoint: Endpoint): string[] {
  const allowed = roles.map((role) => endpoint.roles.includes(role) || isCoveredByGlobalAdmin(endpoint, role))
  return [...allowed, endpoint.auth === 'either'].map((isAllowed) => (isAllowed ? 'yes' : '-'))
}

const isCoveredByGlobalAdmin = (endpoint: Endpoint, role: Role): boolean =>
  role === 'global-admin' && endpoint.roles.some((allowed) => ofGlobalAdmin.includes(allowed))

const pathOf = (line: string): string => line.slice(line.indexOf(' ') + 1)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function textTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}
