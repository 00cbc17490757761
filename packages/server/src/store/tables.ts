import type { DocumentTable } from './table.ts'
import { agendaTable, answerTable, auditTable, metaTable, outboxTable } from './world-tables.ts'

/** Every table of a world. An area's tables are declared in its `*-repository.ts` and listed by `main`'s wiring. */
export const worldTables: readonly DocumentTable<never>[] = [
  metaTable,
  agendaTable,
  outboxTable,
  auditTable,
  answerTable,
]
