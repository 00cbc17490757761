import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SeededSource } from './seeded-source.ts'

/** What a process asked of its files and of its clients, in order. */
export type Step =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly length: number }
  /** What stands before the place `covers` is on the disk. */
  | { readonly kind: 'sync'; readonly file: string; readonly covers: number }
  /** The answer to the request of that name went out. */
  | { readonly kind: 'answer'; readonly name: string }

/** What strace is to record: everything that changes a file, and what is sent. */
export const traceArguments = (output: string): string[] => [
  '-f',
  '-y',
  '-xx',
  '-s',
  '1000000',
  '-e',
  'trace=pwrite64,pwritev,ftruncate,fsync,fdatasync,write,writev',
  '-o',
  output,
]

/**
 * Reads a recording of all threads. Files are those whose name ends in one of `endings`. A call that another thread
 * came in between of is told in two lines; it is done with the second one, and a sync covers what was written before
 * the first.
 */
export function readTrace(path: string, endings: readonly string[]): Step[] {
  const steps: Step[] = []
  const begun = new Map<string, { readonly text: string; readonly stepsBefore: number }>()
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const [, thread = '', told = ''] = /^(\d+) +(.*)$/.exec(line) ?? []
    if (told.endsWith(unfinished)) {
      begun.set(thread, { text: told.slice(0, -unfinished.length), stepsBefore: steps.length })
      continue
    }
    const [resumed] = /^<\.\.\. \w+ resumed>/.exec(told) ?? []
    const beginning = resumed === undefined ? undefined : begun.get(thread)
    const whole = beginning === undefined ? told : beginning.text + told.slice(resumed?.length)
    // The kill came amid the call, which has no result, or an error that does not exist.
    if (/= (\?( <unavailable>)?|-1 \(errno \d+\))$/.test(whole)) continue
    const [, call = '', place = ''] = /^(\w+)\(\d+<([^>]*)>/.exec(whole) ?? []
    const file = decoded(place).toString()
    const covers = beginning?.stepsBefore ?? steps.length
    if (endings.some((ending) => file.endsWith(ending))) steps.push(fileStep(call, file, whole, covers))
    else if (/^writev?$/.test(call) && file.includes('socket')) steps.push(...answersIn(whole))
  }
  return steps
}

const unfinished = ' <unfinished ...>'

function fileStep(call: string, file: string, line: string, covers: number): Step {
  if (/^f(data)?sync$/.test(call) && line.endsWith(' = 0')) return { kind: 'sync', file, covers }
  const [, length] = /^ftruncate\(\d+<[^>]*>, (\d+)\) += 0$/.exec(line) ?? []
  if (length !== undefined) return { kind: 'truncate', file, length: Number(length) }
  const [, hex, size, at] = /^pwrite64\(\d+<[^>]*>, "((?:\\x\w\w)*)", (\d+), (\d+)\) += \2$/.exec(line) ?? []
  if (hex === undefined)
    throw new Error(`a call on ${file} that is not understood: ${line.slice(0, 60)} … ${line.slice(-60)}`)
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
    const covered = steps.reduce(
      (most, step) => (isSyncOf(step, file) ? Math.max(most, step.covers) : most),
      0,
    )
    const kept = steps.slice(0, covered).filter((step) => isOf(step, file))
    const unsynced = steps.slice(covered).filter((step) => isOf(step, file))
    const doubtful = survival === 'nothing unsynced' ? [] : unsynced.flatMap((step) => torn(step, source))
    writeFileSync(join(folder, basename(file)), contentAfter([...kept, ...shuffled(doubtful, source)]))
  }
}

const isOf = (step: Step, file: string): boolean => step.kind !== 'answer' && step.file === file

const isSyncOf = (step: Step, file: string): step is Extract<Step, { kind: 'sync' }> =>
  step.kind === 'sync' && step.file === file

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
