/** The code of a refusal; undefined where nothing was refused. */
export const refusalsOf = (outcome: { readonly ok: boolean; readonly code?: string }): string | undefined =>
  outcome.ok ? undefined : outcome.code
