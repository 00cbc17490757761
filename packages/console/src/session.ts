const item = 'tenantry-operator-key'

/** The operator key lives as long as the browser's tab, and never in a URL. */
export const operatorKey = {
  find: (): string | undefined => sessionStorage.getItem(item) ?? undefined,
  keep: (key: string): void => sessionStorage.setItem(item, key),
  forget: (): void => sessionStorage.removeItem(item),
}
