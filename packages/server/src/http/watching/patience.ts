/** A database that takes longer for a row is not there. */
const patienceMs = 2_000

/** For how long one look at the databases waits for them. */
export const patience = (): AbortSignal => AbortSignal.timeout(patienceMs)

/** The answer, if it comes before the limit. */
export function within<T>(limit: AbortSignal, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(limit.reason as Error)
    if (limit.aborted) giveUp()
    limit.addEventListener('abort', giveUp, { once: true })
    answer.then(resolve, reject)
  })
}
