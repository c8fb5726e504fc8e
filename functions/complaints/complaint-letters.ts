import type { Letter } from '../platform/letter.ts'

/** Why a desk is written to: a complaint has come, its time has passed, that of a desk below has. */
export type ComplaintOccasion = 'open' | 'late' | 'above'

const openings = {
  open: {
    subject: '有一件投诉举报待办理',
    text: '收到一件投诉举报，请在期限内受理，或写明理由转交。内容只在平台内查看，请勿转发本邮件。',
  },
  late: {
    subject: '有一件投诉举报已超过期限',
    text: '有一件投诉举报已超过办理期限，请尽快办理。上级已能看到这件事项，并可以提级办理。',
  },
  above: {
    subject: '下级有一件投诉举报已超过期限',
    text: '下级部门有一件投诉举报已超过办理期限。您可以查看，也可以提级办理。',
  },
} as const satisfies Record<ComplaintOccasion, { subject: string; text: string }>

/** To a desk: that there is something, and until when. Not about whom, nor by whom: the mail may be read by others. */
export const complaintLetter = (
  occasion: ComplaintOccasion,
  { id, dueOn }: { readonly id: string; readonly dueOn: string },
  publicUrl: string,
): Letter => ({
  subject: openings[occasion].subject,
  greeting: '您好：',
  paragraphs: [openings[occasion].text],
  facts: [['办理期限', dueOn]],
  link: { label: '查看', url: `${publicUrl}/complaints/desk/${id}` },
})
