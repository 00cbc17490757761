/**
 * Test files that must have a process of their own, each with its reason. All others share one with many: they leave
 * nothing behind that another file could see, but for worlds, which are each test's own.
 */
export const alone: Readonly<Record<string, string>> = {
  'tests/console/console.test.ts': 'a browser draws beside it, and answers late when the process is busy',
  'tests/faults/kill-during-load.test.ts': 'kills servers and counts on their being started at once',
  'tests/stores/connections.test.ts': 'measures how long a silent network keeps requests waiting',
  'tests/stores/statements.test.ts': 'listens to every statement of its process',
}
