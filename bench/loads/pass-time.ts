import { operatorClient } from '@tenantry/sdk/operator'
import { cpuMsOf, peakRssMbOf } from '../processes/child.ts'
import { operatorKey, serveTenantry } from '../processes/tenantry.ts'
import type { Sample } from './load.ts'

/** Agenda entries per second. */
export interface PassedTime extends Sample {
  /** How many ran. */
  readonly ran: number
}

/** How many agenda entries shared a durable commit, among the further values of a sample. */
export const entriesPerCommit = 'entries/commit'

async function commitsOf(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text()
  return Number(/^tenantry_commit_group_size_count (\d+)/m.exec(metrics)?.[1])
}

/** Serves a data folder and lets durations pass in its main world, one by one. */
export async function passTime(
  folder: string,
  steps: readonly string[],
  profileFolder: string | undefined,
  /** Passes before it is measured. */
  before?: string,
): Promise<PassedTime> {
  const server = await serveTenantry({ folder, profileFolder })
  const { clock } = operatorClient({ url: server.url, key: operatorKey })
  if (before !== undefined) await clock.advance({ by: before })
  const cpuBefore = cpuMsOf(server.pid) ?? 0
  const commitsBefore = await commitsOf(server.url)
  let ran = 0
  const startedMs = performance.now()
  for (const step of steps) ran += (await clock.advance({ by: step })).ran
  const seconds = (performance.now() - startedMs) / 1000
  const commits = (await commitsOf(server.url)) - commitsBefore
  const cpuMs = (cpuMsOf(server.pid) ?? 0) - cpuBefore
  const peak = peakRssMbOf(server.pid)
  await server.stop()
  const more = {
    seconds,
    entries: ran,
    [entriesPerCommit]: ran / commits,
    'CPU µs/unit': (cpuMs * 1000) / ran,
    ...(peak === undefined ? {} : { 'peak RSS MB': peak }),
  }
  return { ran, value: ran / seconds, more }
}

export const twelveMonths: readonly string[] = Array.from({ length: 12 }, () => 'P1M')
