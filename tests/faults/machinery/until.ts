/** Waits until something holds; fails when it does not within so many seconds. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 30): Promise<void> {
  const limit = AbortSignal.timeout(seconds * 1000)
  while (!(await holds())) {
    if (limit.aborted) throw new Error(`not within ${seconds} seconds: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

/** The status of a path of a server that may be gone: 0 then. */
export const statusOf = async (url: string): Promise<number> => {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
