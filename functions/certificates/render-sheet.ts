import type { ObjectStore } from '../platform/objects-port.ts'
import { publicUrl } from '../platform/public-url.ts'
import type { Table } from '../platform/table.ts'
import { groupVerifyCode } from '../staff/certificate/number.ts'
import { requireCertificate } from '../staff/certificate.ts'
import { loadFont } from './sheet/font.ts'
import { renderCertificate } from './sheet/pdf.ts'
import { sheetKey } from './sheet-key.ts'

/** Draws a certificate's sheet (PDF) and keeps it. The same content makes the same bytes: a repeat changes nothing. */
export const renderSheet =
  ({ table, objects }: { readonly table: Table; readonly objects: ObjectStore }) =>
  async (number: string): Promise<Uint8Array> => {
    const certificate = await requireCertificate(table, number)
    const verifyUrl = `${publicUrl()}/verify/${groupVerifyCode(certificate.content.verifyCode)}`
    const sheet = await renderCertificate(certificate, { verifyUrl, font: loadFont() })
    await objects.put(sheetKey(number), sheet, { contentType: 'application/pdf' })
    return sheet
  }
