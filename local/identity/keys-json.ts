import * as z from 'zod'

/** The keys as they stand in their file. */
export const IdentityKeysJson = z.object({
  signing: z.looseObject({ kty: z.string(), kid: z.string(), alg: z.literal('ES256') }),
  cookie: z.string().min(32),
})
