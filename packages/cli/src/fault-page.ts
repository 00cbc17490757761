import { faultConditions } from '@tenantry/contract/faults/conditions.ts'
import { everyFault, type AnyFaultName } from '@tenantry/contract/faults/index.ts'
import { locales } from '@tenantry/contract/locales/index.ts'
import { recipeOf } from '@tenantry/recipes'

/** One line of the catalogue. */
export const faultRow = (name: AnyFaultName) => ({
  code: everyFault[name].code,
  status: everyFault[name].status,
  name,
  text: everyFault[name].message,
  hasRecipe: recipeOf(name) !== undefined,
})

export const faultPage = (name: AnyFaultName) => ({
  ...faultRow(name),
  texts: Object.fromEntries(Object.entries(locales).map(([locale, messages]) => [locale, messages[name]])),
  ...faultConditions[name],
})

export function faultPageText(name: AnyFaultName): string {
  const { code, status, texts, hasRecipe } = faultPage(name)
  return [
    `${code} / ${status}  ${name}`,
    ...Object.entries(texts).map(([locale, text]) => `  ${locale}  ${text}`),
    ...(faultConditions[name]?.conditions ?? []).map(
      ({ operation, when, provenance }) => `  ${operation}\n    ${when} (${provenance})`,
    ),
    hasRecipe ? `  tenantry provoke ${code}` : '  no recipe yet',
  ].join('\n')
}
