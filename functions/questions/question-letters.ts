import { questionTerms } from '../../rules/questions.ts'
import type { Letter } from '../platform/letter.ts'

/** Why a desk is written to: a question has come, its time has passed, that of a desk below has. */
export type QuestionOccasion = 'open' | 'late' | 'above'

const openings = {
  open: {
    subject: '有一件政策咨询待答复',
    text: `收到一件关于规则的政策咨询，请在 ${questionTerms.answerWorkingDays} 个工作日内答复；属于个案的，告知按申请办理。`,
  },
  late: {
    subject: '有一件政策咨询已超过期限',
    text: '有一件政策咨询已超过答复期限，请尽快答复。上级已能看到这件咨询，并可以提级办理。',
  },
  above: {
    subject: '下级有一件政策咨询已超过期限',
    text: '下级部门有一件政策咨询已超过答复期限。您可以查看，也可以提级办理。',
  },
} as const satisfies Record<QuestionOccasion, { subject: string; text: string }>

/** To a desk: that there is a question, and until when. */
export const questionLetter = (
  occasion: QuestionOccasion,
  { id, dueOn }: { readonly id: string; readonly dueOn: string },
  publicUrl: string,
): Letter => ({
  subject: openings[occasion].subject,
  greeting: '您好：',
  paragraphs: [openings[occasion].text],
  facts: [['答复期限', dueOn]],
  link: { label: '查看', url: `${publicUrl}/questions/desk/${id}` },
})

/** To whoever asked: that there is an answer; its text stays on the platform. */
export const answeredLetter = (
  { code, byAccount }: { readonly code: string; readonly byAccount?: string | undefined },
  publicUrl: string,
): Letter => ({
  subject: '您的政策咨询已有答复',
  greeting: '您好：',
  paragraphs: [
    byAccount === undefined
      ? '您的政策咨询已有答复。请凭查询码和提交时得到的密钥查看。'
      : '您的政策咨询已有答复，登录后可以查看。',
  ],
  facts: [['查询码', code.toUpperCase()]],
  link: {
    label: '查看答复',
    url: `${publicUrl}${byAccount === undefined ? '/questions/follow' : '/questions/mine'}`,
  },
})
