import * as z from 'zod'
import type { Actor } from '../organisations/account.ts'
import { readOrganisation, readOrganisations } from '../organisations/organisation.ts'
import { isRegional } from '../organisations/region.ts'
import { seatedAt } from '../organisations/seated-at.ts'
import { timestamp } from '../platform/clock.ts'
import { OrganisationId } from '../platform/ids.ts'
import { keys } from '../platform/keys.ts'
import type { Text } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, type Refusal, refuse, succeed } from '../platform/refusals.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { atVersion, isNew, read, type Table, write } from '../platform/table.ts'
import { inputFaults } from '../platform/words.ts'
import type { ComplaintSettingsBody, ComplaintSettingsView } from './api.ts'
import { bodyBelow, bodyEmpty } from './words.ts'

/** That complaints are taken, by which region, and which body takes those about the region itself. */
const ComplaintSettings = z.object({
  regionId: OrganisationId,
  /** Named by the region; undefined: complaints about the region are not taken here, and the answer says so. */
  aboveRegionId: OrganisationId.optional(),
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  version: z.number().int(),
})
export type ComplaintSettings = z.infer<typeof ComplaintSettings>

/** Undefined until the region has opened complaints. */
export const readComplaintSettings = async (table: Table): Promise<ComplaintSettings | undefined> => {
  const item = await read(table, keys.complaintSettings)
  return item && ComplaintSettings.parse(item)
}

/** The settings and a copy of them that stays when they change. */
export const writeComplaintSettings = (settings: ComplaintSettings) => [
  {
    put: { ...keys.complaintSettings, ...settings },
    when: settings.version === 1 ? isNew : atVersion(settings.version - 1),
  },
  { put: { ...keys.complaintSettingsChange(settings.version), ...settings }, when: isNew },
]

/** The settings as the region's page shows them. */
export const viewComplaintSettings = async (table: Table): Promise<ComplaintSettingsView> => {
  const settings = await readComplaintSettings(table)
  const id = settings?.aboveRegionId
  const above = id === undefined ? undefined : await readOrganisation(table, id)
  return {
    open: settings !== undefined,
    aboveRegion: above === undefined ? null : { id: above.id, name: above.name },
    at: settings?.at ?? null,
    reason: settings?.reason ?? null,
  }
}

const faultAbove = (detail: Text): Refusal<'INPUT_INVALID'> =>
  refuse('INPUT_INVALID', { errors: [{ pointer: '/aboveRegionId', detail }] })

/** Opens complaints, and names the body for those about the region itself; by the region. */
export const setComplaintSettings =
  ({ table, clock }: RecordsHost) =>
  (
    { aboveRegionId, reason }: ComplaintSettingsBody,
    actor: Actor,
  ): Promise<Outcome<ComplaintSettingsView, 'INPUT_INVALID' | 'NOT_ALLOWED'>> =>
    retryOnConflict(async () => {
      const seated = actor.roles.filter(({ role }) => role === 'authority')
      const places = await readOrganisations(
        table,
        seated.map(({ organisationId }) => organisationId),
      )
      const region = places.find(isRegional)
      if (region === undefined) return refuse('NOT_ALLOWED')
      const above = aboveRegionId === null ? undefined : await readOrganisation(table, aboveRegionId)
      const isNone = aboveRegionId !== null && (above === undefined || above.kind === 'institution')
      if (isNone || above?.id === region.id) return faultAbove(inputFaults.organisationUnknown)
      if (above?.overseers.includes(region.id)) return faultAbove(bodyBelow)
      if (above !== undefined && (await seatedAt(table, above)).length === 0) return faultAbove(bodyEmpty)
      const before = await readComplaintSettings(table)
      await write(
        table,
        writeComplaintSettings({
          regionId: region.id,
          ...(above === undefined ? {} : { aboveRegionId: above.id }),
          ...{ at: timestamp(clock), by: actor.id, reason, version: (before?.version ?? 0) + 1 },
        }),
      )
      return succeed(await viewComplaintSettings(table))
    })
