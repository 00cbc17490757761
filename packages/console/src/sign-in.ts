import { element } from './dom.ts'
import { field, form, problem } from './widgets.ts'

/** `enter` throws when the server does not take the key. */
export function signIn(enter: (key: string) => Promise<void>, refused: unknown): HTMLElement {
  return element(
    'main',
    { class: 'alone' },
    element('h1', {}, 'Tenantry console'),
    element(
      'p',
      {},
      'You act here as the vendor: you move time, change outside parties and read what was decided and why.',
    ),
    refused === undefined ? undefined : problem(refused),
    form(
      { label: 'Sign in', submit: 'Sign in', run: async ({ key = '' }) => enter(key) },
      field({
        label: 'Operator key',
        name: 'key',
        type: 'password',
        isRequired: true,
        hint: 'The server prints it when it starts. It stays in this browser tab until you close it or sign out.',
      }),
    ),
  )
}
