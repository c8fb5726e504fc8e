import type { VerifyResponses } from '../shared/api/types.gen.ts'

export type Verified = VerifyResponses[200]

/** What came of looking a code up: unknown and malformed are one, so that nothing can be learnt by trying. */
export type LookUp =
  | { readonly kind: 'found'; readonly certificate: Verified }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'fault'; readonly tracking: string }

const trackingOf = async (response: Response): Promise<string> => {
  const problem: { instance?: string } | undefined = await response.json().catch(() => undefined)
  return problem?.instance ?? String(response.status)
}

/** Asks the API what a certificate says. Never throws. */
export const lookUp = async (code: string): Promise<LookUp> => {
  try {
    const response = await fetch(`/api/verify/${encodeURIComponent(code)}`)
    if (response.ok) return { kind: 'found', certificate: await response.json() }
    if (response.status === 400 || response.status === 404) return { kind: 'unknown' }
    return { kind: 'fault', tracking: await trackingOf(response) }
  } catch {
    return { kind: 'offline' }
  }
}
