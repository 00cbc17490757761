/** What is to be done when this turn of the event loop ends. */
let atEnd: (() => void)[] = []

/** Calls at the end of this turn of the event loop, before work that gave way goes on. Calls keep their order. */
export function atEndOfTurn(call: () => void): void {
  if (atEnd.length === 0) setImmediate(endTurn)
  atEnd.push(call)
}

/** Lets the event loop turn for everybody else: requests that came, answers that are ready, timers. */
export const giveWay = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(() => {
      endTurn()
      resolve()
    })
  })

function endTurn(): void {
  const calls = atEnd
  atEnd = []
  for (const call of calls) call()
}
