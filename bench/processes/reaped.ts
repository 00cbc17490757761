import type { ChildProcess } from 'node:child_process'

const running = new Set<ChildProcess>()

/** A child that does not outlive the bench, however the bench ends. */
export function reaped<C extends ChildProcess>(child: C): C {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))
