import { renderCertificates, type SheetOf } from '../certificates/sheet/pdf.ts'
import { vouchedCertificate } from '../certificates/vouched-certificate.ts'
import type { VouchingHost } from '../certificates/vouching-host.ts'
import type { Organisation } from '../organisations/organisation.ts'
import { today } from '../platform/clock.ts'
import { allPages } from '../platform/every-page.ts'
import { keys } from '../platform/keys.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readAll } from '../platform/table.ts'
import { groupVerifyCode } from '../staff/certificate/number.ts'
import { Certificate } from '../staff/certificate.ts'
import { personsOf } from '../staff/person.ts'
import { paperWords } from './words.ts'

/** Sheets in a file: what a function draws, and a mail or a printer takes, at once. */
export const SHEETS_IN_A_FILE = 100
const A_PAGE = 100

interface Host extends VouchingHost {
  readonly publicUrl: string
}

interface Wanted {
  readonly institution: Organisation
  readonly year: number
  /** 1 is the first. */
  readonly part: number
}

/**
 * The annual certificates of an institution's people for a year as one file, those in force, in the order of the
 * register: each is vouched for by the published keys before it is drawn, as its own sheet is.
 */
export const yearCertificates =
  ({ table, clock, publicKeys, publicUrl }: Host) =>
  async ({
    institution,
    year,
    part,
  }: Wanted): Promise<
    Outcome<
      { file: Uint8Array; count: number },
      'NOTHING_TO_PRINT' | 'SIGNATURE_MISMATCH' | 'SIGNING_KEY_MISSING'
    >
  > => {
    const persons = await allPages((cursor) => personsOf(table, institution.id, { limit: A_PAGE, cursor }))
    const items = await readAll(
      table,
      persons.map(({ id }) => keys.certificate(id, `annual:${year}`)),
    )
    const inForce = items.map((item) => Certificate.parse(item)).filter(({ status }) => status !== 'revoked')
    const chosen = inForce.slice((part - 1) * SHEETS_IN_A_FILE, part * SHEETS_IN_A_FILE)
    if (chosen.length === 0) return refuse('NOTHING_TO_PRINT')
    const sheets: SheetOf[] = []
    for (const certificate of chosen) {
      const vouched = await vouchedCertificate(
        publicKeys,
        async () => certificate,
        () => true,
      )
      if (!vouched.ok) {
        // It was read a moment ago, so it is there: what else there is to say of it is for its own page.
        return refuse(vouched.code === 'NOT_FOUND' ? 'SIGNATURE_MISMATCH' : vouched.code)
      }
      const { verifyCode } = certificate.content
      sheets.push({ certificate, verifyUrl: `${publicUrl}/verify/${groupVerifyCode(verifyCode)}` })
    }
    const title = paperWords.certificates(institution.name, year)
    const file = await renderCertificates(sheets, { title, madeOn: today(clock) })
    return succeed({ file, count: sheets.length })
  }
