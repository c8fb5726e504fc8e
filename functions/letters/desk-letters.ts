import type { Request } from '../store/request.ts'
import { type Task, taskId } from '../store/task.ts'
import type { Letter } from './letter.ts'
import { lineText, stages } from './words.ts'

/** Why a desk is written to: a matter has come, the submitter reminds, it is late, its head is asked to step in. */
export type Occasion = 'open' | 'remind' | 'late' | 'escalate'

const opening = {
  open: { subject: '有一件学时认定事项待办理', text: '有一件学时认定申请等待贵部门办理。' },
  remind: { subject: '催办：一件学时认定事项待办理', text: '申请人催办下列学时认定申请。' },
  late: { subject: '已到办理期限：一件学时认定事项', text: '下列学时认定申请已到办理期限，请尽快办理。' },
  escalate: {
    subject: '逾期未办：请负责人过问一件学时认定事项',
    text: '下列学时认定申请经提醒仍未办理，请贵部门负责人过问。逾期不影响申请人的权益。',
  },
} as const satisfies Record<Occasion, { subject: string; text: string }>

/** The letter to a desk: who, what, due when, one link. The subject says nothing personal. */
export const deskLetter = (
  occasion: Occasion,
  request: Request,
  task: Task,
  staffName: string,
  institutionName: string,
  publicUrl: string,
): Letter => ({
  subject: opening[occasion].subject,
  greeting: '您好：',
  paragraphs: [opening[occasion].text],
  facts: [
    ['环节', stages[task.stage]],
    ['申请人', staffName],
    ['所在单位', institutionName],
    ['培训名称', request.title],
    ...request.lines
      .filter((line, index) => line.round === task.round && (task.line === undefined || task.line === index))
      .map((line) => ['申报内容', lineText(line)] as const),
    ['办理期限', task.dueOn],
    ['申请编号', request.id],
  ],
  link: { label: '查看并办理', url: `${publicUrl}/task/${taskId(task)}` },
})
