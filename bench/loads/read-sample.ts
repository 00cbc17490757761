import { streamNamed } from '../client/run-client.ts'
import type { ServerOutcome } from './bench-world.ts'
import type { Sample } from './load.ts'

/** What the stream `reads` says of a server: requests per second and what they cost. */
export function readSample(outcome: ServerOutcome): Sample {
  const { perSecond, answered, latencyMs } = streamNamed(outcome, 'reads')
  return {
    value: perSecond,
    more: {
      'p99 ms': latencyMs.p99,
      'server CPU µs/request': (outcome.cpuMs * 1000) / answered,
      'client busy': outcome.clientBusy,
    },
  }
}
