import { ProblemError } from '../../shared/api/client.ts'

/**
 * A scan that could not be sent: kept on this telephone for this account until it has an answer. Signing out removes
 * it with the drafts (`session.ts`).
 */
export interface KeptScans {
  /** The codes that wait, the oldest first. */
  all(): string[]
  keep(code: string): void
  drop(code: string): void
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** More wait nowhere: a class has two half-days a day, and a code lasts ten minutes. */
const MOST = 4

/** The scans of one account in one class. */
export const keptScans = (store: Store, account: string, classId: string): KeptScans => {
  const key = `draft ${account} scan ${classId}`
  const all = (): string[] => {
    try {
      const kept: unknown = JSON.parse(store.getItem(key) ?? '[]')
      return Array.isArray(kept) ? kept.filter((code) => typeof code === 'string') : []
    } catch {
      return []
    }
  }
  const write = (codes: readonly string[]) =>
    codes.length === 0 ? store.removeItem(key) : store.setItem(key, JSON.stringify(codes))
  return {
    all,
    keep: (code) => write([...all().filter((one) => one !== code), code].slice(-MOST)),
    drop: (code) => write(all().filter((one) => one !== code)),
  }
}

/** Whether the same call may succeed later: there was no answer, no session, too many calls, or a fault of the system. */
const mayPass = (error: unknown): boolean =>
  error instanceof ProblemError &&
  (error.status === 0 || error.status === 401 || error.status === 429 || error.status >= 500)

/**
 * Sends a scan. It is kept before, so that a page that ends half-way loses nothing, and until it has an answer.
 * @returns the answer
 * @throws ProblemError what the API refused (the scan is gone), or that there was no answer (it is kept)
 */
export const sendScan = async <Answer>(
  kept: KeptScans,
  code: string,
  send: (code: string) => Promise<Answer>,
): Promise<Answer> => {
  kept.keep(code)
  try {
    const answer = await send(code)
    kept.drop(code)
    return answer
  } catch (error) {
    if (!mayPass(error)) kept.drop(code)
    throw error
  }
}
