import { randomBytes } from 'node:crypto'
import type { CertificateInput, Revised } from '../../workflows/settle/contract.ts'
import { readOrganisation } from '../organisations/organisation.ts'
import { institutionOf } from '../organisations/organisation-at.ts'
import { type Clock, today, yearNow } from '../platform/clock.ts'
import { retryOnConflict } from '../platform/retry-on-conflict.ts'
import { type Table, write } from '../platform/table.ts'
import { editionsSince } from '../registers/edition-for.ts'
import { type Signer, signCertificate } from '../staff/certificate/signing.ts'
import { certificateOf, issued, newCertificate, nextIssue, revisionOf } from '../staff/certificate.ts'
import type { Person } from '../staff/person.ts'
import { requireStaff } from '../staff/require-staff.ts'
import { putStanding } from '../staff/standing.ts'
import { type Earned, newContent } from './certificate-content.ts'
import { certificatesDue } from './certificates-due.ts'
import { requireGlyphs } from './sheet/glyphs.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
  readonly signer: Signer
}

class ObligationNotMetError extends Error {
  override name = 'ObligationNotMetError'
}

const contentFor = async (
  table: Table,
  person: Person,
  earned: Earned,
  { issuedOn, issue }: { readonly issuedOn: string; readonly issue: number },
) => {
  const institution = await institutionOf(table, person.institutionId)
  const { authorityId } = institution
  const issuer = authorityId === undefined ? undefined : await readOrganisation(table, authorityId)
  return newContent(person, { institution, issuer }, earned, { issuedOn, issue, random: randomBytes(12) })
}

/**
 * Issues a certificate (Art. 35): freezes its content, checks its glyphs, signs it and stores it with the
 * person's standing. Called again, or twice at once, it answers with the stored one.
 * @throws GlyphMissingError no font has a character; nothing is issued
 */
export const issueCertificate =
  ({ table, clock, signer }: Deps) =>
  ({ staffId, obligation }: CertificateInput): Promise<Revised> =>
    retryOnConflict(async () => {
      const [staff, editions] = await Promise.all([
        requireStaff(table, staffId),
        editionsSince(table, yearNow(clock)),
      ])
      const known = certificateOf(staff.certificates, obligation)
      if (known) return { number: known.content.number, revision: revisionOf(known) }
      const due = certificatesDue(staff, today(clock), editions).find((one) => one.obligation === obligation)
      if (due?.action !== 'issue') throw new ObligationNotMetError(`${staffId} has not met ${obligation}.`)
      const issue = nextIssue(staff.certificates, obligation)
      const content = await contentFor(table, staff.person, due.earned, { issuedOn: today(clock), issue })
      requireGlyphs(content)
      const certificate = issued(await signCertificate(content, signer), staff.entries.length, issue)
      await write(table, [
        newCertificate(certificate),
        putStanding({ ...staff, certificates: [...staff.certificates, certificate] }),
      ])
      return { number: content.number, revision: 1 }
    })
