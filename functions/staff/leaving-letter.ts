import type { Letter } from '../platform/letter.ts'
import type { Certificate } from './certificate.ts'

/** As many certificates are named; the others are in the institution's hands as well. */
const MOST_NAMED = 30

/**
 * How somebody who leaves the register keeps their certificates (Art. 35): the account ends with the register, what was
 * certified does not. Certificates stay valid, are verified by number, and are printed by whoever keeps the register.
 */
export const keepCertificates = (publicUrl: string): string =>
  `离册后账号停用，培训合格证书长期有效：凭证书编号或者查验码，任何人都可以在 ${publicUrl}/verify 查验；需要证书文件的，请原单位打印，也可以请原单位的人事综合管理部门打印。培训台账由平台保留，重新在册的接着使用。`

/** Before the account ends: what to save as long as one can sign in. */
export const saveCertificates = (publicUrl: string): string =>
  `请在离册生效之前登录平台，在“我的证书”（${publicUrl}/certificates）下载并保存证书。${keepCertificates(publicUrl)}`

/** The certificates that a leaver has and that were not revoked, by number. */
export const certificateFacts = (certificates: readonly Certificate[]): Letter['facts'] => {
  const numbers = certificates
    .filter(({ status }) => status !== 'revoked')
    .map(({ content }) => content.number)
    .toReversed()
  if (numbers.length === 0) return []
  return [['培训合格证书编号', numbers.slice(0, MOST_NAMED).join('、')]]
}
