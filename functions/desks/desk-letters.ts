import type { Letter } from '../platform/letter.ts'
import { requestTypes, stages } from '../platform/words.ts'
import { aboutText } from '../requests/about-request.ts'
import type { Request } from '../requests/request.ts'
import { type Task, taskId } from '../requests/task.ts'

/**
 * Why a desk is written to: a task opens, the submitter reminds, it is late, its head is asked to step in, or
 * a colleague reassigned it.
 */
export type Occasion = 'open' | 'remind' | 'late' | 'escalate' | 'reassign'

const opening = {
  open: {
    subject: (matter: string) => `有一件${matter}事项待办理`,
    text: '有一件申请等待贵部门办理。',
  },
  remind: {
    subject: (matter: string) => `催办：一件${matter}事项待办理`,
    text: '申请人催办下列申请。',
  },
  late: {
    subject: (matter: string) => `已到办理期限：一件${matter}事项`,
    text: '下列申请已到办理期限，请尽快办理。',
  },
  escalate: {
    subject: (matter: string) => `逾期未办：请负责人过问一件${matter}事项`,
    text: '下列申请经提醒仍未办理，请贵部门负责人过问。逾期不影响申请人的权益。',
  },
  reassign: {
    subject: (matter: string) => `一件${matter}事项已转由您办理`,
    text: '本部门同事将下列申请转由您办理。',
  },
} as const satisfies Record<Occasion, { subject: (matter: string) => string; text: string }>

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
  subject: opening[occasion].subject(requestTypes[request.type].zh),
  greeting: '您好：',
  paragraphs: [opening[occasion].text],
  facts: [
    ['环节', stages[task.stage].zh],
    ...(staffName === '' ? [] : [['申请人', staffName] as const]),
    ['所在单位', institutionName],
    ...aboutText(request, task.line),
    ...(request.notices ?? []).map(({ zh }) => ['请核对', zh] as const),
    ['办理期限', task.dueOn],
    ['申请编号', request.id],
  ],
  link: { label: '查看并办理', url: `${publicUrl}/task/${taskId(task)}` },
})
