import type { Letter } from '../platform/letter.ts'
import { hoursText } from '../platform/words.ts'
import type { CertificateChange } from '../staff/certificate.ts'

const certificateLink = (number: string, publicUrl: string) => ({
  label: '查看证书',
  url: `${publicUrl}/certificate/${number}`,
})

/** A certificate has arisen (Art. 35). */
export const certificateLetter = (number: string, title: string, publicUrl: string): Letter => ({
  subject: '您的培训合格证书已生成',
  greeting: '您好：',
  paragraphs: ['您的培训学时已达到规定要求，平台已自动生成培训合格证书。'],
  facts: [
    ['证书', title],
    ['证书编号', number],
  ],
  link: certificateLink(number, publicUrl),
})

const changes = {
  ledger: {
    subject: '您的培训合格证书已更正',
    text: '您的培训台账已更正，证书随之更正。原证书编号继续有效，查验时显示更正后的内容，无需换发。',
  },
  restored: {
    subject: '您的培训合格证书已恢复',
    text: '您的培训学时重新达到规定要求，此前撤销的证书已恢复，查验时显示当前的内容。',
  },
  upheld: {
    subject: '您的培训合格证书已恢复',
    text: '您对撤销证书的异议成立，证书恢复有效，原编号不变。',
  },
  not_met: {
    subject: '您的培训合格证书已撤销',
    text: '您的培训台账更正后，学时未达到规定要求，证书已撤销。补足学时后，平台将自动恢复。如有异议，可在 30 天内提出。',
  },
  fraud: {
    subject: '您的培训合格证书已撤销',
    text: '人事综合管理部门已撤销下列证书。撤销后不再自动恢复。如有异议，可在 30 天内提出。',
  },
} as const satisfies Record<CertificateChange['reason'], { subject: string; text: string }>

/** A certificate was corrected, revoked, or restored. */
export const certificateChangeLetter = (
  number: string,
  title: string,
  change: CertificateChange,
  publicUrl: string,
): Letter => ({
  subject: changes[change.reason].subject,
  greeting: '您好：',
  paragraphs: [changes[change.reason].text],
  facts: [
    ['证书', title],
    ['证书编号', number],
    ...(change.kind === 'corrected'
      ? [['现认定学时', hoursText(change.says.hours.total * 10)] as const]
      : change.note === undefined
        ? []
        : [['撤销原因', change.note] as const]),
  ],
  link: certificateLink(number, publicUrl),
})
