import * as z from 'zod'
import { OrganisationId } from '../platform/ids.ts'
import { DIGESTS, keys } from '../platform/keys.ts'
import { isNew, type PageRequest, readIndex, type Table, type Write } from '../platform/table.ts'
import { Role } from '../platform/terms.ts'

/** That a desk is told at a moment of all that came to it since another one: one for each desk and half-day. */
export const Digest = z.object({
  organisationId: OrganisationId,
  role: Role,
  from: z.string(),
  until: z.string(),
})
export type Digest = z.infer<typeof Digest>

const keyOf = ({ organisationId, role, until }: Digest) => keys.digest(organisationId, role, until)

/** Once for each desk and half-day. */
export const newDigest = (digest: Digest): Write => ({
  put: { ...keyOf(digest), ...digest, swept: DIGESTS, sweptOrder: digest.until },
  when: isNew,
})

export const digestSent = (digest: Digest): Write => ({
  remove: keyOf(digest),
  when: { expression: 'attribute_exists(pk)' },
})

/** Those whose moment has come, the earliest first. */
export const digestsDue = async (table: Table, moment: string, page: PageRequest): Promise<Digest[]> =>
  (await readIndex(table, 'swept', DIGESTS, { ...page, upTo: moment })).items.map((item) =>
    Digest.parse(item),
  )
