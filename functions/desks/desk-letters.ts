import type { Letter } from '../platform/letter.ts'
import { requestTypes, roles, stageOf, stages } from '../platform/words.ts'
import { aboutText } from '../requests/about-request.ts'
import { ownRouteOf, type Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'
import { whyActing } from '../requests/words.ts'

/** Why a desk is written to: a matter has come, the submitter reminds, it is late, its head is asked to step in, it has no head who could, it was handed on, the desk before took its decision back. */
export type Occasion =
  | 'open'
  | 'remind'
  | 'late'
  | 'escalate'
  | 'overdue'
  | 'reassign'
  | 'acting'
  | 'taken_back'
  | 'opinion'
  | 'opinion_given'

const opening = {
  open: {
    subject: (matter: string, dueOn: string) => `${matter}待办理，期限 ${dueOn}`,
    text: '有一件申请等待贵部门办理。',
  },
  remind: {
    subject: (matter: string, dueOn: string) => `催办：${matter}待办理，期限 ${dueOn}`,
    text: '申请人催办下列申请。',
  },
  late: {
    subject: (matter: string, dueOn: string) => `已到办理期限（${dueOn}）：${matter}`,
    text: '下列申请已到办理期限，请尽快办理。',
  },
  escalate: {
    subject: (matter: string, dueOn: string) => `逾期未办（期限 ${dueOn}）：请负责人过问${matter}`,
    text: '下列申请经提醒仍未办理，请贵部门负责人过问。逾期不影响申请人的权益。',
  },
  overdue: {
    subject: (matter: string, dueOn: string) => `逾期未办（期限 ${dueOn}）：请尽快办理${matter}`,
    text: '下列申请经提醒仍未办理，请尽快办理。有上级人事综合管理部门的，已一并告知，可以由其接办。逾期不影响申请人的权益。',
  },
  reassign: {
    subject: (matter: string, dueOn: string) => `${matter}已转由您办理，期限 ${dueOn}`,
    text: '本部门同事将下列申请转由您办理。',
  },
  acting: {
    subject: (matter: string, dueOn: string) => `${matter}由贵单位代行，期限 ${dueOn}`,
    text: '下列申请原来的环节不能办理，请贵单位代行。',
  },
  opinion: {
    subject: (matter: string) => `同事就一件${matter}事项征求您的意见`,
    text: '本部门同事办理下列申请前征求您的意见。您的意见会记录在办理过程里，不代替决定。',
  },
  opinion_given: {
    subject: (matter: string) => `同事就一件${matter}事项提出了意见`,
    text: '您征求的意见已经提出，请打开查看。',
  },
  taken_back: {
    subject: (matter: string) => `一件${matter}事项已由上一环节收回`,
    text: '上一环节收回了决定，正在重新办理。贵部门暂时不需要办理下列申请；上一环节再次同意后，会另行通知。',
  },
} as const satisfies Record<Occasion, { subject: (matter: string, dueOn: string) => string; text: string }>

/** What the institution is that a request names: of hours of many institutions it is the authority that recognises them. */
const placeName = (request: Request): string => {
  if (request.type === 'programme_filing') return '举办单位'
  return ownRouteOf(request) === undefined ? '所在单位' : roles.authority.zh
}

/** The letter to a desk: who, what, due when, one link. The subject says nothing personal. */
export const deskLetter = (
  occasion: Occasion,
  {
    request,
    task,
    staffName,
    institutionName,
    publicUrl,
  }: {
    readonly request: Request
    readonly task: Task
    /** Empty where the request is about several people. */
    readonly staffName: string
    readonly institutionName: string
    readonly publicUrl: string
  },
): Letter => ({
  subject: opening[occasion].subject(requestTypes[request.type].zh, task.dueOn),
  greeting: '您好：',
  paragraphs: [opening[occasion].text],
  facts: [
    ['环节', stageOf(task.type, task.stage).zh],
    ...(staffName === '' ? [] : [['申请人', staffName] as const]),
    [placeName(request), institutionName],
    ...aboutText(request, task.line),
    ...(request.notices ?? []).map(({ zh }) => ['请核对', zh] as const),
    ...(task.insteadOf === undefined
      ? []
      : [
          [
            '代行',
            `由贵单位代行“${stageOf(task.type, task.stage).zh}”环节：${whyActing[task.insteadOf.why].zh}`,
          ] as const,
        ]),
    ...(task.covers ?? []).map(
      ({ stage, why }) =>
        [
          '一并核对',
          `“${stages[stage].zh}”环节已跳过（${whyActing[why].zh}），其核对并入贵单位的决定`,
        ] as const,
    ),
    ['办理期限', task.dueOn],
    ['申请编号', request.id],
  ],
  link: {
    label: occasion === 'taken_back' ? '查看' : '查看并办理',
    url: `${publicUrl}/task/${taskId(task)}`,
  },
})

/** So many tasks stand in one letter; the desk's list has the others. */
export const IN_A_LETTER = 50

const linkOf = (task: Task, publicUrl: string): readonly [string, string] => [
  `${requestTypes[task.type].zh} · ${stageOf(task.type, task.stage).zh}`,
  `${publicUrl}/task/${taskId(task)}`,
]

const lateOpening = {
  late: {
    subject: (count: string, dueOn: string) => `已到办理期限（${dueOn}）：${count}事项`,
    text: (count: string) => `贵部门有${count}申请已到办理期限，请尽快办理。`,
  },
  escalate: {
    subject: (count: string, dueOn: string) => `逾期未办（期限 ${dueOn}）：请负责人过问${count}事项`,
    text: (count: string) =>
      `贵部门有${count}申请经提醒仍未办理，请贵部门负责人过问。逾期不影响申请人的权益。`,
  },
  overdue: {
    subject: (count: string, dueOn: string) => `逾期未办（期限 ${dueOn}）：请尽快办理${count}事项`,
    text: (count: string) =>
      `贵部门有${count}申请经提醒仍未办理，请尽快办理。有上级人事综合管理部门的，已一并告知，可以由其接办。逾期不影响申请人的权益。`,
  },
} as const

/** The one letter about all that a desk let become late on one day; `more`: its list is longer. */
export const lateLetter = (
  occasion: keyof typeof lateOpening,
  tasks: readonly Task[],
  { dueOn, more, publicUrl }: { readonly dueOn: string; readonly more: boolean; readonly publicUrl: string },
): Letter => {
  const count = `${tasks.length} 件${more ? '以上' : ''}`
  return {
    subject: lateOpening[occasion].subject(count, dueOn),
    greeting: '您好：',
    paragraphs: [lateOpening[occasion].text(count)],
    facts: tasks.map((task) => linkOf(task, publicUrl)),
    link: { label: '查看逾期事项', url: `${publicUrl}/tasks?late=true` },
  }
}

/** To the authority above a desk that let its time pass twice and has no head who could step in (who decides, 8). */
export const overdueBelowLetter = ({
  organisation,
  stage,
  dueOn,
  publicUrl,
}: {
  readonly organisation: string
  readonly stage: Task['stage']
  readonly dueOn: string
  readonly publicUrl: string
}): Letter => ({
  subject: `下级逾期未办（期限 ${dueOn}）：请督促或接办`,
  greeting: '您好：',
  paragraphs: [
    '下列单位有申请经提醒仍未办理，该环节没有其他负责人可以过问。请督促其尽快办理；贵单位也可以接办（第三十五条）。',
  ],
  facts: [
    ['单位', organisation],
    ['环节', stages[stage].zh],
    ['办理期限', dueOn],
  ],
  link: { label: '查看下级逾期事项', url: `${publicUrl}/tasks?box=overdue` },
})

/** The one letter about all that came to a desk in half a day; `more`: its list is longer. */
export const digestLetter = (
  tasks: readonly Task[],
  { count, publicUrl }: { readonly count: string; readonly publicUrl: string },
): Letter => {
  const [first = '', ...later] = [...new Set(tasks.map(({ dueOn }) => dueOn))].sort()
  return {
    subject: `新到 ${count}事项待办理，期限 ${first}${later.length > 0 ? ' 起' : ''}`,
    greeting: '您好：',
    paragraphs: [`贵部门新到 ${count}申请，合并通知如下。`],
    facts: tasks.slice(0, IN_A_LETTER).map((task) => linkOf(task, publicUrl)),
    link: { label: '查看全部待办', url: `${publicUrl}/tasks` },
  }
}

/** To whoever was told of a return or a refusal: the desk took it back and looks again. */
export const takenBackLetter = (
  request: Request,
  task: Task,
  led: 'returned' | 'rejected',
  publicUrl: string,
): Letter => ({
  subject: '对一件申请的决定已收回，正在重新办理',
  greeting: '您好：',
  paragraphs: [
    led === 'returned'
      ? '办理部门收回了“退回修改”的决定，正在重新办理下列申请。您暂时不需要修改，结果会另行通知。'
      : '办理部门收回了“不予办理”的决定，正在重新办理下列申请，结果会另行通知。',
  ],
  facts: [
    ['环节', stageOf(task.type, task.stage).zh],
    ['申请编号', request.id],
  ],
  link: { label: '查看申请', url: `${publicUrl}/request/${request.id}` },
})

/** To whom it concerns: their matter goes on without a desk, or by the authority above. */
export const passedLetter = (request: Request, task: Task, publicUrl: string): Letter => ({
  subject:
    task.insteadOf === undefined
      ? '您的申请有一个环节已跳过，继续办理'
      : '您的申请有一个环节改由上级部门办理',
  greeting: '您好：',
  paragraphs: [
    task.insteadOf === undefined
      ? '您的申请有一个环节没有人可以办理，已经跳过；这一环节的核对并入下一环节的决定，不影响您的权益。'
      : '您的申请有一个环节改由上级人事综合管理部门代行，不影响您的权益。',
  ],
  facts: [
    ['环节', stageOf(task.type, task.stage).zh],
    ['原因', whyActing[task.insteadOf?.why ?? task.passed?.why ?? 'nobody_sits'].zh],
    ['申请编号', request.id],
  ],
  link: { label: '查看申请', url: `${publicUrl}/request/${request.id}` },
})

/** To operators and auditors: a matter waits for somebody who may act. It names nobody. */
export const waitingLetter = (request: Request, task: Task, publicUrl: string): Letter => ({
  subject: '有一件事项没有人可以办理',
  greeting: '您好：',
  paragraphs: [
    '下列事项在其环节和上级人事综合管理部门都没有人可以依法办理，正在等待。请联系自治区人事综合管理部门增设一个审批席位；上线清单会一直提示，直到自治区有两个可以办理的席位。',
  ],
  facts: [
    ['事项', requestTypes[request.type].zh],
    ['环节', stageOf(task.type, task.stage).zh],
    ['申请编号', request.id],
  ],
  link: { label: '查看流程运行', url: `${publicUrl}/executions` },
})
