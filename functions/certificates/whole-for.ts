import { type Actor, readAccounts } from '../organisations/account.ts'
import { authoritiesAbove, higherAuthority } from '../organisations/higher-authority.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import type { Table } from '../platform/table.ts'
import type { Certificate } from '../staff/certificate.ts'
import { readPerson } from '../staff/person.ts'
import type { CertificateWhole } from './api.ts'
import { viewCertificateWhole } from './find-certificate.ts'

/**
 * A certificate for whoever looks at it: who may revoke it (Art. 32), as the act itself decides it, and the names of
 * those who decided on it.
 */
export const certificateFor = async (
  table: Table,
  certificate: Certificate,
  actor: Actor,
): Promise<CertificateWhole> => {
  const whole = viewCertificateWhole(certificate)
  const { staffId } = certificate.content
  const person = await readPerson(table, staffId)
  const institution = person && (await readOrganisation(table, person.institutionId))
  const deciders = [...whole.history.map(({ by }) => by), whole.superseded?.by ?? 'system']
  const accounts = await readAccounts(table, [...new Set(deciders.filter((by) => by !== 'system'))])
  const nameOf = (by: string): string | null => accounts.find(({ id }) => id === by)?.name ?? null
  return {
    ...whole,
    history: whole.history.map((one) => ({ ...one, byName: nameOf(one.by) })),
    superseded: whole.superseded && { ...whole.superseded, byName: nameOf(whole.superseded.by) },
    mayRevoke: institution !== undefined && (await higherAuthority(table, actor, staffId, institution)).ok,
    revokers:
      institution === undefined ? [] : (await authoritiesAbove(table, institution)).map(({ name }) => name),
  }
}
