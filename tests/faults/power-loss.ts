import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SeededSource } from './seeded-source.ts'

/** What a process asked of its files and of its clients, in order. */
export type Step =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  | { readonly kind: 'sync'; readonly file: string }
  /** The answer to the request of that name went out. */
  | { readonly kind: 'answer'; readonly name: string }

/** What strace is to record: everything that changes a file, and what is sent. */
export const traceArguments = (output: string): string[] => [
  '-y',
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=pwrite64,pwritev,ftruncate,fsync,fdatasync,write,writev',
  '-o',
  output,
]

/** Reads a recording of one thread. Files are those whose name ends in one of `endings`. */
export function readTrace(path: string, endings: readonly string[]): Step[] {
  const steps: Step[] = []
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const [, call = '', place = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(line) ?? []
    const file = decoded(place).toString()
    const isOurs = endings.some((ending) => file.endsWith(ending))
    if (isOurs) steps.push(fileStep(call, file, line))
    else if (/^writev?$/.test(call) && file.includes('socket')) steps.push(...answersIn(line))
  }
  return steps
}

function fileStep(call: string, file: string, line: string): Step {
  if (/^f(data)?sync$/.test(call)) return { kind: 'sync', file }
  const [, length] = /^ftruncate\(\d+<[^>]*>, (\d+)\) += 0$/.exec(line) ?? []
  if (length !== undefined) return { kind: 'truncate', file, length: Number(length) }
  const [, hex, size, at] = /^pwrite64\(\d+<[^>]*>, "((?:\\x\w\w)*)", (\d+), (\d+)\) += \2$/.exec(line) ?? []
  if (hex === undefined) throw new Error(`a call on ${file} that is not understood: ${line.slice(0, 120)}`)
  const bytes = decoded(hex)
  if (bytes.length !== Number(size)) throw new Error('strace has shortened a write')
  return { kind: 'write', file, at: Number(at), bytes }
}

const decoded = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex')

/** The names under which the answers in a write to a socket were asked for. */
function answersIn(line: string): Step[] {
  const texts = [...line.matchAll(/"((?:\\x\w\w)*)"/g)].map(([, hex = '']) => decoded(hex).toString('latin1'))
  const text = texts.join('')
  return [...text.matchAll(/^MS-RequestId: ([0-9a-f-]{36})\r$/gim)].map(([, name = '']) => ({
    kind: 'answer',
    name,
  }))
}

/**
 * What of the writes since a file's last sync is on the disk when the power goes: nothing, or any of them in any order,
 * some torn at a sector of 512 bytes.
 */
export type Survival = 'nothing unsynced' | 'some of the unsynced'

/** Writes the files as a power cut after `steps` leaves them into a folder, under their own names. */
export function writeSurvivors(
  steps: readonly Step[],
  survival: Survival,
  source: SeededSource,
  folder: string,
): void {
  const files = new Set(steps.flatMap((step) => (step.kind === 'answer' ? [] : [step.file])))
  for (const file of files) {
    const own = steps.filter((step) => step.kind !== 'answer' && step.file === file)
    const synced = own.findLastIndex(({ kind }) => kind === 'sync') + 1
    const kept = own.slice(0, synced)
    const doubtful =
      survival === 'nothing unsynced' ? [] : own.slice(synced).flatMap((step) => torn(step, source))
    writeFileSync(join(folder, basename(file)), contentAfter([...kept, ...shuffled(doubtful, source)]))
  }
}

/** Half of the doubtful steps are lost, and one in four of the others reaches the disk in part. */
function torn(step: Step, source: SeededSource): Step[] {
  if (source.below(2) === 0) return []
  if (step.kind !== 'write' || source.below(4) > 0) return [step]
  const sectors = Math.ceil(step.bytes.length / 512)
  return [{ ...step, bytes: step.bytes.subarray(0, source.below(sectors) * 512) }]
}

const shuffled = <T>(list: readonly T[], source: SeededSource): T[] =>
  list
    .map((item) => ({ item, place: source.below(1_000_000) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)

function contentAfter(steps: readonly Step[]): Buffer {
  const ends = steps.map((step) => (step.kind === 'write' ? step.at + step.bytes.length : 0))
  const content = Buffer.alloc(ends.reduce((most, end) => Math.max(most, end), 0))
  let length = 0
  for (const step of steps) {
    if (step.kind === 'truncate') {
      content.fill(0, step.length)
      length = step.length
    }
    if (step.kind !== 'write') continue
    step.bytes.copy(content, step.at)
    length = Math.max(length, step.at + step.bytes.length)
  }
  return content.subarray(0, length)
}
