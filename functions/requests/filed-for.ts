import type { Actor } from '../organisations/account.ts'
import type { Letter } from '../platform/letter.ts'
import { hoursText, requestTypes } from '../platform/words.ts'
import { saveCertificates } from '../staff/leaving-letter.ts'
import { aboutText } from './about-request.ts'
import { isLeaving } from './leaving.ts'
import type { Request } from './request.ts'

/** The training for a change of post: how much is still missing, and its last day (Art. 21). */
export interface TrainingDue {
  readonly missingTenths: number
  readonly dueOn: string
}

/** The letter to whom a request was filed for by another: what, and that it may be taken back. */
export const filedForLetter = (
  request: Request,
  by: Pick<Actor, 'name'>,
  publicUrl: string,
  training?: TrainingDue,
): Letter => ({
  subject: `有一件${requestTypes[request.type].zh}事项为您提交`,
  greeting: '您好：',
  paragraphs: [
    request.type === 'record_change'
      ? '下列事项由他人为您提交。与事实不符的，请联系所在单位或人事综合管理部门。'
      : '下列事项由他人为您提交。与事实不符的，您可以在申请页面撤回（环节办理之前）。',
    ...(isLeaving(request) ? [saveCertificates(publicUrl)] : []),
    ...(training === undefined
      ? []
      : [
          `请在 ${training.dueOn} 前（含当日）完成转岗培训，还差 ${hoursText(training.missingTenths)}（第二十一条）；逾期未完成的，备案不予办理（第四十五条）。`,
        ]),
  ],
  facts: [...aboutText(request), ['提交人', by.name], ['申请编号', request.id]],
  link: { label: '查看申请', url: `${publicUrl}/request/${request.id}` },
})
