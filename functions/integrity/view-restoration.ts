import { namesOf, viewEntry } from '../ledger/read-entries.ts'
import type { Actor } from '../organisations/account.ts'
import type { StaffId } from '../platform/ids.ts'
import { type Outcome, succeed } from '../platform/refusals.ts'
import { LedgerEntry } from '../staff/ledger.ts'
import type { RestorationView } from './api.ts'
import { findBroken } from './broken-record.ts'
import type { HeadsHost } from './heads.ts'
import { mayConfirm, readRestoration } from './restoration.ts'

/** A broken ledger, entry by entry, for whoever is to restore it. */
export const viewRestoration =
  (host: HeadsHost) =>
  async (staffId: StaffId, actor: Actor): Promise<Outcome<RestorationView, 'LEDGER_SOUND' | 'NOT_FOUND'>> => {
    const found = await findBroken(host, staffId, actor)
    if (!found.ok) return found
    const { staff, institution, broken, items, whole, vouched, seen } = found.value
    const entries = items.flatMap((item) => LedgerEntry.safeParse(item).data ?? [])
    const proposal = await readRestoration(host.table, staffId)
    const names = await namesOf(host.table, [
      ...entries.map(({ recordedBy }) => recordedBy),
      ...(proposal ? [proposal.by] : []),
    ])
    const isVouched = (place: number) =>
      vouched !== undefined &&
      place <= vouched.length &&
      whole >= vouched.length &&
      entries[vouched.length - 1]?.hash === vouched.hash
    return succeed({
      staffId,
      name: staff.person.name,
      institution: { id: institution.id, name: institution.name },
      ...broken,
      entries: entries.map((entry, at) => ({
        ...viewEntry(entry, names),
        whole: at < whole,
        vouched: isVouched(at + 1),
      })),
      unreadable: items.length - entries.length,
      vouched: vouched ? { day: vouched.day, length: vouched.length } : null,
      needsBackup: vouched !== undefined && vouched.length > 0 && !isVouched(vouched.length),
      proposal:
        proposal === undefined || proposal.seen !== seen
          ? null
          : {
              by: { id: proposal.by, name: names.get(proposal.by) ?? null },
              at: proposal.at,
              reason: proposal.reason,
              keep: proposal.keep,
              putBack: proposal.entries.length,
              mayConfirm: await mayConfirm(host.table, actor, proposal),
            },
    })
  }
