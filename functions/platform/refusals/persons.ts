import type { Meaning } from './meaning.ts'

/** Persons and their record: changes, moves, merges. */
export const personsRefusals = {
  OWN_RECORD: {
    status: 403,
    title: {
      zh: '不能登记或修改本人的信息、席位，请由本部门其他人员或上级部门办理。',
      en: 'Nobody changes their own record or seats. Someone else at the desk, or the authority above, does.',
    },
  },
  PERSON_ELSEWHERE: {
    status: 409,
    title: {
      zh: '同一工号、姓名和聘用日期的人员已在另一个单位的名册上。若是同一人，不要重新登记：请本人或其原单位办理调出，再在“待接收”里接收；也可请共同的上级人事综合管理部门办理调动，学时随人走。确是另一人的，勾选“是另一个人”再登记。',
      en: 'Somebody with this staff number, name and day of hiring stands on another institution’s register. If it is the same person, do not register them anew: have their institution release them, then take them over, or ask an authority above both to transfer them; their hours go along. If it is somebody else, say so and register.',
    },
  },
  STAFF_NO_TAKEN: {
    status: 409,
    title: {
      zh: '该工号在本单位已有人使用，请核对。',
      en: 'Someone at this institution has this staff number already. Please check.',
    },
  },
  NOT_RELEASED: {
    status: 422,
    title: {
      zh: '该人员原单位尚未同意调出，请先由原单位办理，或由共同的上级人事综合管理部门办理。',
      en: 'The institution has not released this person yet. It must first, or an authority above both acts.',
    },
  },
  CHANGE_NEEDS_CONFIRMATION: {
    status: 422,
    title: {
      zh: '这项信息关系到培训要求，须附文件提交“人员信息变更”，由人事综合管理部门确认。',
      en: 'This decides what is asked of the person: file a change of record with a document, for the authority to confirm.',
    },
  },
  MERGE_IMPOSSIBLE: {
    status: 409,
    title: {
      zh: '这两份档案不能合并：请选另一份档案；已并入其他档案的、正在合并的不能再合并。',
      en: 'These two records can’t be merged: choose another; one that was merged already, or is being merged, is not merged again.',
    },
  },
  MERGE_REQUESTS_OPEN: {
    status: 409,
    title: {
      zh: '要并入的档案还有未办结的事项，请先办结或撤回，再合并。',
      en: 'Requests about the record to be closed are not decided yet: end or withdraw them first.',
    },
  },
  MERGE_BREAKS_LEDGER: {
    status: 422,
    title: {
      zh: '合并后台账前后矛盾，请先更正要并入的记录，或将其列为不并入。',
      en: 'The merged ledger would contradict itself: correct the entries first, or leave them out.',
    },
  },
  MERGE_MISSING: {
    status: 409,
    title: {
      zh: '没有待确认的合并，或两份档案在提出之后又有变化。请重新查看后再提出。',
      en: 'No merge waits to be confirmed, or the records have changed since. Look again and propose anew.',
    },
  },
} as const satisfies Record<string, Meaning>
