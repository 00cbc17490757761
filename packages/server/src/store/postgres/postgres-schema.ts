import type { ColumnDefinition, FencedTable, Refilled, SchemaDialect } from '../engine.ts'
import { admission } from './postgres-connection.ts'

/** By this name a refusal is known, whatever its text. */
export const generationFence = 'tenantry_generation'

/** What a server says of itself on each of its connections. */
export const introduction = (generation: number): string => `set tenantry.generation = '${generation}'`

/**
 * A server says on each connection of which generation it is, and in each transaction whose rows it wants. Who does the
 * second and is of another generation is refused, by a trigger what it writes, by the policies what it reads: as a
 * database that takes no work now (57P03), which a program of before there were generations understands too. The
 * triggers hold for everybody. Row-level security holds for the tables' owner, but never for a superuser.
 */
export const postgresSchema: SchemaDialect = {
  listNames:
    "select relname as name from pg_class where relkind in ('r', 'p', 'v') and relnamespace = current_schema()::regnamespace",

  open: (generation) => [`set local tenantry.generation = '${generation}'`, admission('*')],

  refill: ({ name, from, before, after, key }: Refilled) => [
    `delete from ${name}`,
    `alter table ${name} drop constraint ${name}_pkey`,
    ...columnChanges(name, before, after),
    `insert into ${name} (${namesOf(after)}) select ${namesOf(after)} from ${from}`,
    `alter table ${name} add constraint ${name}_pkey primary key (${key.join(', ')})`,
  ],

  fence: (tables, generation, refusal) => [
    `create or replace function tenantry_refuse() returns boolean language plpgsql stable as $refuse$ begin raise exception ` +
      `using errcode = '57P03', constraint = '${generationFence}', message = '${refusal.replaceAll("'", "''")}'; end $refuse$`,
    `create or replace function tenantry_fence() returns trigger language plpgsql as $fence$ begin if not ` +
      `(${isOf(generation)}) then perform tenantry_refuse(); end if; return null; end $fence$`,
    // A program of before there were generations asks this at its start.
    'create or replace view schema_table as select null::text as name, null::text as definition where tenantry_refuse()',
    ...tables.flatMap((table) => fencesOf(table, generation)),
  ],
}

/** True for a program of that generation, and for who only looks around. */
const isOf = (generation: number): string =>
  `coalesce(current_setting('tenantry.partners', true), '') = '' ` +
  `or coalesce(current_setting('tenantry.generation', true), '') = '${generation}'`

/** The second half is a check beside the key: a query that forgets its partner finds nothing. `*` is a whole world. */
function fencesOf({ name, isOfPartner }: FencedTable, generation: number): string[] {
  const isLetIn = `case when ${isOf(generation)} then true else tenantry_refuse() end`
  const isAdmitted =
    "(current_setting('tenantry.partners', true) = '*' " +
    "or partner = any (string_to_array(current_setting('tenantry.partners', true), ',')))"
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `drop policy if exists own_partner on ${name}`,
    `create policy own_partner on ${name} using (${isLetIn}${isOfPartner ? ` and ${isAdmitted}` : ''})`,
    `drop trigger if exists own_generation on ${name}`,
    `create trigger own_generation before insert or update or delete on ${name} ` +
      'for each statement execute function tenantry_fence()',
  ]
}

const namesOf = (columns: readonly ColumnDefinition[]): string => columns.map(({ name }) => name).join(', ')

/** A column that stays keeps what older snapshots see in it. What the key requires, the key sees to. */
function columnChanges(
  table: string,
  before: readonly ColumnDefinition[],
  after: readonly ColumnDefinition[],
): string[] {
  const isKept = ({ name, type }: ColumnDefinition, others: readonly ColumnDefinition[]) =>
    others.some((other) => other.name === name && other.type === type)
  return [
    ...before
      .filter((column) => !isKept(column, after))
      .map(({ name }) => `alter table ${table} drop column ${name}`),
    ...before
      .filter((column) => column.isRequired && isKept(column, after))
      .map(({ name }) => `alter table ${table} alter column ${name} drop not null`),
    ...after
      .filter((column) => !isKept(column, before))
      .map(({ name, type }) => `alter table ${table} add column ${name} ${type}`),
    ...after
      .filter(({ isRequired }) => isRequired)
      .map(({ name }) => `alter table ${table} alter column ${name} set not null`),
  ]
}
