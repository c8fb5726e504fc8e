import type { ObjectStore } from '../platform/objects-port.ts'
import type { Table } from '../platform/table.ts'
import { groupVerifyCode } from '../staff/certificate/number.ts'
import { requireCertificate } from '../staff/certificate.ts'
import { renderCertificate } from './sheet/pdf.ts'
import { sheetKey } from './sheet-key.ts'

/** What drawing a sheet needs; the sheet's QR code leads to `publicUrl`. */
export interface DrawingHost {
  readonly table: Table
  readonly objects: ObjectStore
  readonly publicUrl: string
}

/**
 * Draws a certificate's sheet (PDF) and stores it. The same content gives the same bytes, so a repeat changes
 * nothing.
 */
export const renderSheet =
  ({ table, objects, publicUrl }: DrawingHost) =>
  async (number: string): Promise<Uint8Array> => {
    const certificate = await requireCertificate(table, number)
    const verifyUrl = `${publicUrl}/verify/${groupVerifyCode(certificate.content.verifyCode)}`
    const sheet = await renderCertificate(certificate, verifyUrl)
    await objects.put(sheetKey(number), sheet, { contentType: 'application/pdf' })
    return sheet
  }
