import * as z from 'zod'

/** `invited`: nobody has signed in to it yet; `withdrawn`: nobody ever will. */
export const AccountStatus = z.enum(['invited', 'active', 'suspended', 'withdrawn'])
export type AccountStatus = z.infer<typeof AccountStatus>
