import type { VerifyResponses } from '../shared/api/types.gen.ts'

export type Verified = VerifyResponses[200]

/** The result of a look-up. Unknown and malformed codes look the same, so that trying teaches nothing. */
export type LookUp =
  | { readonly kind: 'found'; readonly certificate: Verified }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'offline' }
  /** `sentence`: what is wrong, where the platform can say it. */
  | { readonly kind: 'fault'; readonly tracking: string; readonly sentence: string | undefined }

/** The status of a certificate that the platform does not vouch for. */
const UNVOUCHED = 503

const faultOf = async (response: Response): Promise<LookUp> => {
  const problem: { instance?: string; title?: string } | undefined = await response
    .json()
    .catch(() => undefined)
  return {
    kind: 'fault',
    tracking: problem?.instance ?? String(response.status),
    sentence: response.status === UNVOUCHED ? problem?.title : undefined,
  }
}

/** Asks the API what a certificate says. Never throws. */
export const lookUp = async (code: string): Promise<LookUp> => {
  try {
    const response = await fetch(`/api/verify/${encodeURIComponent(code)}`, {
      headers: { 'accept-language': document.documentElement.lang },
    })
    if (response.ok) return { kind: 'found', certificate: await response.json() }
    if (response.status === 400 || response.status === 404) return { kind: 'unknown' }
    return await faultOf(response)
  } catch {
    return { kind: 'offline' }
  }
}
