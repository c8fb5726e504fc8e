import type { Letter } from '../platform/letter.ts'
import type { Finding } from './terms.ts'
import { findings } from './words.ts'

/** Why a desk is written to: a complaint has come, its time has passed, that of a desk below has. */
export type ComplaintOccasion = 'open' | 'late' | 'above'

const openings = {
  open: {
    subject: '投诉举报待受理，请在期限内办理',
    text: '收到一件投诉举报，请在期限内受理，或写明理由转交。内容只在平台内查看，请勿转发本邮件。',
  },
  late: {
    subject: '投诉举报超过期限，请尽快办理',
    text: '有一件投诉举报已超过办理期限，请尽快办理。上级已能看到这件事项，并可以提级办理。',
  },
  above: {
    subject: '下级的投诉举报超过期限，可以提级办理',
    text: '下级部门有一件投诉举报已超过办理期限。您可以查看，也可以提级办理。',
  },
} as const satisfies Record<ComplaintOccasion, { subject: string; text: string }>

/** To a desk: that there is something, and until when. Not about whom, nor by whom: the mail may be read by others. */
export const complaintLetter = (
  occasion: ComplaintOccasion,
  { id, dueOn }: { readonly id: string; readonly dueOn: string },
  publicUrl: string,
): Letter => ({
  subject: `${openings[occasion].subject}：${dueOn}`,
  greeting: '您好：',
  paragraphs: [openings[occasion].text],
  facts: [['办理期限', dueOn]],
  link: { label: '查看', url: `${publicUrl}/complaints/desk/${id}` },
})

interface AtFault {
  /** The names of the desk that inquired and of the body. */
  readonly desk: string
  readonly body: string
  readonly finding: Finding
  readonly text: string
  readonly asked: string
  readonly until: string
}

/** To a body that was found at fault (Art. 36): what was found, and what is asked of it by when. Nobody is named in its subject. */
export const faultLetter = (
  { desk, body, finding, text, asked, until }: AtFault,
  publicUrl: string,
): Letter => ({
  subject: `投诉举报查证结果及整改要求，请在期限内答复：${until}`,
  greeting: `${body}：`,
  paragraphs: [
    '一件投诉举报经查证，认定你单位负有责任（第36条）。请按下面的要求办理，并在期限内书面答复办理部门。不得查找或者打击报复投诉人。',
  ],
  facts: [
    ['办理部门', desk],
    ['结论', findings[finding].zh],
    ['查明的情况', text],
    ['要求', asked],
    ['期限', until],
  ],
  link: { label: '查看第36条', url: `${publicUrl}/articles/36` },
})
