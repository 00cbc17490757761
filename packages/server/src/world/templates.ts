import type { WorldCopy } from './copy.ts'

/** What a new world's rows follow from. Another id seed is another template: ids stand in keys, and keys order rows. */
export interface Origins {
  /** What stands in the seed, not only its name: a file can change. */
  readonly seed: string
  readonly idSeed: string
  /** The instant at which the world begins. */
  readonly begin: number
}

/** A copy of the default seed takes half a megabyte. */
const most = 16

/**
 * Worlds that have lived through their past, as data: a process lets one live and copies it from then on. Those that
 * nobody asked for longest are given up.
 */
export class Templates {
  readonly #kept = new Map<string, Promise<WorldCopy>>()

  /** The template of these origins; `live` makes it, once, however many ask at the same time. */
  of({ seed, idSeed, begin }: Origins, live: () => Promise<WorldCopy>): Promise<WorldCopy> {
    const key = JSON.stringify([seed, idSeed, begin])
    const template = this.#kept.get(key) ?? live()
    this.#kept.delete(key)
    this.#kept.set(key, template)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
    // A failure is not kept: the file may be mended.
    template.catch(() => this.#kept.delete(key))
    return template
  }
}
