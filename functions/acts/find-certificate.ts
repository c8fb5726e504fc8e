import type { CertificateView } from '../api/certificates.ts'
import { groupVerifyCode } from '../kit/certificate/number.ts'
import { type Outcome, refuse, succeed } from '../kit/refusals.ts'
import type { Account } from '../store/account.ts'
import { type Certificate, certificateByNumber, certificatesOf } from '../store/certificate.ts'
import { readOrganisation } from '../store/organisation.ts'
import { readPerson } from '../store/person.ts'
import type { Table } from '../store/table.ts'
import { sees } from './visibility.ts'

export const viewCertificate = ({ content, status }: Certificate): CertificateView => ({
  number: content.number,
  kind: content.kind,
  year: content.year,
  obligation: content.obligation,
  status,
  verifyCode: groupVerifyCode(content.verifyCode),
  issuedOn: content.issuedOn,
  staffId: content.staffId,
})

/** Whether someone may see a person's matters, as the person stands on the register now. */
const seesPerson = async (table: Table, staffId: string, actor: Account): Promise<boolean> => {
  const person = await readPerson(table, staffId)
  return person !== undefined && sees(actor, staffId, await readOrganisation(table, person.institutionId))
}

export const findCertificate = async (
  table: Table,
  number: string,
  actor: Account,
): Promise<Outcome<Certificate>> => {
  const certificate = await certificateByNumber(table, number)
  return certificate && (await seesPerson(table, certificate.content.staffId, actor))
    ? succeed(certificate)
    : refuse('NOT_FOUND')
}

export const certificatesOfPerson = async (
  table: Table,
  staffId: string,
  actor: Account,
): Promise<Outcome<Certificate[]>> =>
  (await seesPerson(table, staffId, actor))
    ? succeed(await certificatesOf(table, staffId))
    : refuse('NOT_FOUND')
