import { randomBytes } from 'node:crypto'
import type { Issued } from '../../workflows/settle/contract.ts'
import { CertificateContent } from '../kit/certificate/content.ts'
import { loadFont } from '../kit/certificate/font.ts'
import { requireGlyphs } from '../kit/certificate/glyphs.ts'
import { certificateNumber, verifyCode } from '../kit/certificate/number.ts'
import { type Signer, signCertificate } from '../kit/certificate/signing.ts'
import { type Clock, today } from '../kit/clock.ts'
import { certificateOf, newCertificate } from '../store/certificate.ts'
import type { StaffRecord } from '../store/ledger.ts'
import { readOrganisation } from '../store/organisation.ts'
import { ConditionFailed, type Table, write } from '../store/table.ts'
import { earnedBy } from './certificate-content.ts'
import { assessStaff } from './due-obligations.ts'
import { institutionOf } from './organisation-at.ts'
import { requireStaff } from './require-staff.ts'

interface Deps {
  readonly table: Table
  readonly clock: Clock
  readonly signer: Signer
}

class ObligationNotMet extends Error {
  override name = 'ObligationNotMet'
}

/** The year in whose assessment an obligation stands: its own for a year, any for the others. */
const yearFor = (obligation: string, asOf: string): number =>
  Number(/^annual:(\d{4})$/.exec(obligation)?.[1] ?? asOf.slice(0, 4))

const contentFor = async (
  table: Table,
  staff: StaffRecord,
  obligation: string,
  asOf: string,
): Promise<CertificateContent> => {
  const { person } = staff
  const earned = earnedBy(assessStaff(staff, yearFor(obligation, asOf), asOf), obligation)
  if (earned === undefined) throw new ObligationNotMet(`${person.id} has not met ${obligation}.`)
  const institution = await institutionOf(table, person.institutionId)
  const issuer =
    institution.authorityId === undefined ? undefined : await readOrganisation(table, institution.authorityId)
  return CertificateContent.parse({
    version: 1,
    number: certificateNumber({ year: earned.year, kind: earned.kind, staffId: person.id, obligation }),
    ...earned,
    staffId: person.id,
    name: person.name,
    institution: institution.name,
    postType: person.postType,
    issuedOn: asOf,
    issuer: issuer?.name ?? institution.name,
    verifyCode: verifyCode(randomBytes(12)),
  })
}

/**
 * Issues a certificate (Art. 35): its content frozen, its glyphs checked, signed, and kept once for ever. Asked
 * again, or twice at once, it answers with the one that is there.
 * @throws GlyphMissing the font lacks a character; nothing is issued
 */
export const issueCertificate =
  ({ table, clock, signer }: Deps) =>
  async ({ staffId, obligation }: { staffId: string; obligation: string }): Promise<Issued> => {
    const existing = async () => (await certificateOf(table, staffId, obligation))?.content.number
    const known = await existing()
    if (known !== undefined) return { number: known }
    const content = await contentFor(table, await requireStaff(table, staffId), obligation, today(clock))
    requireGlyphs(content, loadFont())
    const signed = await signCertificate(content, signer)
    try {
      await write(table, [newCertificate({ ...signed, status: 'valid' })])
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error
      const number = await existing()
      if (number !== undefined) return { number }
      throw error
    }
    return { number: content.number }
  }
