import type { Meaning } from './meaning.ts'

/** What lies at a desk, and why it cannot be decided so. */
export const desksRefusals = {
  ALREADY_DECIDED: {
    status: 409,
    title: {
      zh: '该事项已由他人办理，无需重复操作。',
      en: 'Someone else has already decided this. Nothing more is needed.',
    },
  },
  PHRASES_FULL: {
    status: 409,
    title: {
      zh: '常用语已满，请先删除一条。',
      en: 'There is no room for another phrase; remove one first.',
    },
  },
  OPINION_NOT_ASKED: {
    status: 403,
    title: {
      zh: '没有人就这件事项征求您的意见，或者您已经提出。',
      en: 'Nobody has asked for your opinion on this, or you have given it.',
    },
  },
  DECIDED_BY_ANOTHER: {
    status: 403,
    title: {
      zh: '这个决定由他人作出，只有作出决定的人可以收回。',
      en: 'Someone else made this decision; only they take it back.',
    },
  },
  TASK_FLAGGED: {
    status: 409,
    title: {
      zh: '该事项有提示，没有一起同意。请打开查看，核对后再办理。',
      en: 'This task has flags and was left out. Open it and look at them first.',
    },
  },
  TASK_WITHDRAWN: {
    status: 409,
    title: { zh: '申请人已撤回该申请。', en: 'The submitter has withdrawn this request.' },
  },
  REMINDED_TODAY: {
    status: 409,
    title: {
      zh: '今天已经催办过，明天可以再次催办。',
      en: 'You have reminded this desk today. You may again tomorrow.',
    },
  },
  TASKS_OF_SEVERAL_KINDS: {
    status: 422,
    title: {
      zh: '批量办理的事项必须是同一业务、同一环节。请分开办理。',
      en: 'Tasks that are approved together must be of one kind and stage. Please approve them apart.',
    },
  },
  GRANT_TOO_HIGH: {
    status: 422,
    title: { zh: '认定学时不能超过申报学时。', en: 'No more hours may be granted than were claimed.' },
  },
  GRANT_NOT_HALF_DAYS: {
    status: 422,
    title: {
      zh: '线下培训按每半天 4 学时认定，认定学时应为 4 的倍数。',
      en: 'Offline training counts 4 hours a half-day: grant a multiple of 4 hours.',
    },
  },
  SCOPE_MISSING: {
    status: 422,
    title: {
      zh: '视情况认定须写明认定范围。',
      en: 'A discretionary recognition must say what it grants.',
    },
  },
  ASSIGNEE_UNFIT: {
    status: 422,
    title: {
      zh: '不能转给此人办理。',
      en: 'The task cannot be handed to this person.',
    },
  },
} as const satisfies Record<string, Meaning>
