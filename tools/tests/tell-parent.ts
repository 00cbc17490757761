import { inspect } from 'node:util'
import type { TestEvent } from 'node:test/reporters'
import type { FromWorker, TestResult } from './messages.ts'

/** A reporter that tells the parent process of each test and writes nothing. */
async function* tellParent(events: AsyncIterable<TestEvent>): AsyncGenerator<string, void> {
  const names: string[] = []
  for await (const event of events) {
    if (event.type === 'test:start') {
      names.splice(event.data.nesting, names.length, event.data.name)
      tell({ kind: 'started' })
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue
    const [file = '', ...path] = [...names.slice(0, event.data.nesting), event.data.name]
    const outcome = outcomeOf(event)
    if (outcome !== undefined) tell({ kind: 'ended', result: { file, path, ...outcome } })
    if (path.length === 0) tell({ kind: 'told', file })
  }
  yield ''
}

// oxlint-disable-next-line import/no-default-export -- Node asks for one
export { tellParent as default }

type Finished = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>

/** Undefined for what only stands for others: a suite, and a test that fails because a part of it did. */
function outcomeOf({ type, data }: Finished): Pick<TestResult, 'outcome' | 'error'> | undefined {
  if (type === 'test:fail') {
    const failure = data.details.error as Error & { failureType?: string }
    if (failure.failureType === 'subtestsFailed') return undefined
    const place = data.file === undefined ? '' : `${data.file}:${data.line}\n`
    return { outcome: 'failed', error: `${place}${inspect(failure.cause ?? failure)}` }
  }
  const isLeftOut = (data.skip ?? data.todo ?? false) !== false
  if (data.details.type === 'suite' && !isLeftOut) return undefined
  return { outcome: isLeftOut ? 'skipped' : 'passed' }
}

function tell(message: FromWorker): void {
  process.send?.(message)
}
