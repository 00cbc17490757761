import type { Collaborator } from '../collaborators/collaborator.ts'
import { filledUp } from '../collaborators/fill-up.ts'
import type { DatedPolicy, PolicyRow } from '../kernel/policy.ts'
import type { Trx } from '../store/trx.ts'
import { metaTable } from '../store/world-tables.ts'

const policyPrefix = 'policy:'
const collaboratorPrefix = 'collaborator:'

/**
 * What the operator has set in one world: policy rows and the state of outside parties. Read on every request, changed
 * rarely, so it is held in memory and written through.
 */
export class Settings {
  readonly #values = new Map<string, unknown>()
  /** The states of collaborators that were asked for, as this version knows them. */
  readonly #states = new Map<string, unknown>()

  async load(trx: Trx): Promise<void> {
    const stored = await trx.documents(metaTable).list()
    this.#values.clear()
    this.#states.clear()
    for (const { name, value } of stored) {
      if (name.startsWith(policyPrefix) || name.startsWith(collaboratorPrefix)) this.#values.set(name, value)
    }
  }

  policyRows<T>(policy: DatedPolicy<T>): readonly PolicyRow<T>[] {
    return (
      (this.#values.get(policyPrefix + policy.name) as readonly PolicyRow<T>[] | undefined) ?? policy.rows
    )
  }

  collaboratorState<T>(collaborator: Collaborator<T>): T {
    const name = collaboratorPrefix + collaborator.name
    if (!this.#values.has(name)) return collaborator.initial
    // Read by nearly every request: it is filled up once.
    if (!this.#states.has(name)) this.#states.set(name, filledUp(collaborator, this.#values.get(name)))
    return this.#states.get(name) as T
  }

  async storePolicy<T>(trx: Trx, policy: DatedPolicy<T>, rows: readonly PolicyRow<T>[]): Promise<() => void> {
    return this.#store(trx, policyPrefix + policy.name, rows)
  }

  async storeCollaborator<T>(trx: Trx, collaborator: Collaborator<T>, state: T): Promise<() => void> {
    return this.#store(trx, collaboratorPrefix + collaborator.name, state)
  }

  /** Answers what to do once the transaction is durable. */
  async #store(trx: Trx, name: string, value: unknown): Promise<() => void> {
    await trx.documents(metaTable).put({ version: 1, name, value })
    return () => {
      this.#values.set(name, value)
      this.#states.delete(name)
    }
  }
}
