import type { Text } from './language.ts'

interface Meaning {
  readonly status: number
  readonly title: Text
}

/** Every refusal that the API may answer: its code is a promise, its title says what happened and what to do. */
export const refusals = {
  INPUT_INVALID: {
    status: 400,
    title: {
      zh: '填写的内容有误，请按提示逐项修改后重新提交。',
      en: 'Some fields are not right. Correct each of them and send again.',
    },
  },
  BODY_NOT_JSON: {
    status: 400,
    title: { zh: '提交的内容不是有效的 JSON。', en: 'The body is not valid JSON.' },
  },
  CURSOR_INVALID: {
    status: 400,
    title: {
      zh: '翻页标记无效，请从第一页重新查看。',
      en: 'The page cursor is not valid. Start again at the first page.',
    },
  },
  SESSION_MISSING: { status: 401, title: { zh: '请先登录。', en: 'Please sign in first.' } },
  ACCOUNT_UNKNOWN: {
    status: 403,
    title: {
      zh: '该账号尚未在平台登记，请联系所在单位管理员。',
      en: 'This account is not registered here. Ask your institution to add it.',
    },
  },
  NOT_ALLOWED: {
    status: 403,
    title: { zh: '您的角色不能进行此操作。', en: 'Your role does not allow this.' },
  },
  OWN_REQUEST: {
    status: 403,
    title: {
      zh: '不能审批本人的申请或由本人代为提交的申请，请由本部门其他人员办理。',
      en: 'Nobody decides on their own request, nor on one that they entered. Someone else at the desk must decide.',
    },
  },
  NOT_FOUND: {
    status: 404,
    title: { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  },
  ALREADY_DECIDED: {
    status: 409,
    title: {
      zh: '该事项已由他人办理，无需重复操作。',
      en: 'Someone else has already decided this. Nothing more is needed.',
    },
  },
  TASK_WITHDRAWN: {
    status: 409,
    title: { zh: '申请人已撤回该申请。', en: 'The submitter has withdrawn this request.' },
  },
  WRONG_STATE: {
    status: 409,
    title: {
      zh: '该申请当前状态不允许此操作，请刷新后查看最新进度。',
      en: 'The request is in a state that does not allow this. Reload to see where it stands.',
    },
  },
  REMINDED_TODAY: {
    status: 409,
    title: {
      zh: '今天已经催办过，明天可以再次催办。',
      en: 'You have reminded this desk today. You may again tomorrow.',
    },
  },
  BUSY: {
    status: 409,
    title: {
      zh: '同一事项正被多人同时处理，请稍后重试。',
      en: 'Several people act on this at once. Please try again.',
    },
  },
  BODY_TOO_LARGE: { status: 413, title: { zh: '提交的内容过大。', en: 'What was sent is too large.' } },
  FILE_TOO_LARGE: {
    status: 413,
    title: {
      zh: '文件超过允许的大小（最大 10 MB）。',
      en: 'The file is larger than allowed (10 MB at most).',
    },
  },
  FILE_TYPE_REFUSED: {
    status: 415,
    title: {
      zh: '只接受 PDF、PNG、JPEG 文件（按文件内容判断）。',
      en: 'Only PDF, PNG and JPEG files are accepted, judged by their content.',
    },
  },
  FILE_MISSING: {
    status: 400,
    title: { zh: '没有收到文件，请选择文件后重试。', en: 'No file arrived. Choose one and try again.' },
  },
  UPLOAD_INCOMPLETE: {
    status: 409,
    title: {
      zh: '文件尚未上传完成，请先上传文件。',
      en: 'The file has not been uploaded yet. Upload it first.',
    },
  },
  UPLOAD_DIFFERS: {
    status: 422,
    title: {
      zh: '上传的文件与声明的不一致，请重新上传。',
      en: 'The uploaded file is not the one announced. Upload it again.',
    },
  },
  IDEMPOTENCY_KEY_MISSING: {
    status: 400,
    title: {
      zh: '缺少 Idempotency-Key 请求头（1 至 255 个字符）。',
      en: 'The Idempotency-Key header is missing (1 to 255 characters).',
    },
  },
  KEY_REUSED: {
    status: 422,
    title: {
      zh: '同一个 Idempotency-Key 已用于另一份内容，请更换后重试。',
      en: 'This Idempotency-Key was used for a different body. Use a new one.',
    },
  },
  EVIDENCE_ALREADY_USED: {
    status: 422,
    title: {
      zh: '该证明材料已用于其他学时申请，不得重复使用。',
      en: 'This proof already serves another claim and cannot be used twice.',
    },
  },
  CREDIT_REFUSED: {
    status: 422,
    title: { zh: '按规定不能认定该学时。', en: 'By the rules this training cannot be recognised.' },
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
  BUSINESS_NOT_APPLICABLE: {
    status: 404,
    title: {
      zh: '该人员没有这项业务，或业务名称有误。',
      en: 'This business does not apply to this person, or there is no such business.',
    },
  },
  CERTIFICATE_PREPARING: {
    status: 409,
    title: {
      zh: '证书正在生成，请稍后再试。',
      en: 'The certificate is being prepared. Please try again shortly.',
    },
  },
  TOO_MANY: {
    status: 429,
    title: { zh: '操作过于频繁，请稍后再试。', en: 'Too many calls. Please wait a little.' },
  },
  FAULT: {
    status: 500,
    title: {
      zh: '系统出现故障，请凭跟踪号联系管理员。',
      en: 'Something failed on our side. Give the tracking number to the operator.',
    },
  },
} as const satisfies Record<string, Meaning>

export type RefusalCode = keyof typeof refusals

/** A field at fault: an RFC 6901 pointer into the body, and what is wrong with it. */
export interface FieldFault {
  readonly pointer: string
  readonly detail: Text
}

/** A refusal is a value: what was refused, by which article, and which fields are at fault. */
export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  /** The article of the regulation that refuses, such as `39(1)`. */
  readonly article?: string
  readonly errors?: readonly FieldFault[]
  /** Further members of the problem document, such as who decided and when. */
  readonly details?: Readonly<Record<string, unknown>>
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal

export const refuse = (code: RefusalCode, more: Omit<Refusal, 'ok' | 'code'> = {}): Refusal => ({
  ok: false,
  code,
  ...more,
})
export const succeed = <T>(value: T): Outcome<T> => ({ ok: true, value })
