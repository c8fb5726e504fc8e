import type { Meaning } from './meaning.ts'

/** The call itself: its form, its repetition, its pace, what it names. */
export const callsRefusals = {
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
  BODY_TOO_LARGE: { status: 413, title: { zh: '提交的内容过大。', en: 'What was sent is too large.' } },
  CURSOR_INVALID: {
    status: 400,
    title: {
      zh: '翻页标记无效，请从第一页重新查看。',
      en: 'The page cursor is not valid. Start again at the first page.',
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
  NOT_FOUND: {
    status: 404,
    title: { zh: '没有找到，或您无权查看。', en: 'Not found, or not yours to see.' },
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    title: { zh: '该地址不支持这种请求方法。', en: 'This address does not take this method.' },
  },
  WRONG_STATE: {
    status: 409,
    title: {
      zh: '该申请当前状态不允许此操作，请刷新后查看最新进度。',
      en: 'The request is in a state that does not allow this. Reload to see where it stands.',
    },
  },
  STALE_VERSION: {
    status: 409,
    title: {
      zh: '该记录已被他人修改，请刷新后核对再提交。',
      en: 'Someone else has changed this record. Reload it, check, and send again.',
    },
  },
  TOO_MANY: {
    status: 429,
    title: { zh: '请求过于频繁，请稍后再试。', en: 'Too many calls. Please wait a moment.' },
  },
  BUSY: {
    status: 409,
    title: {
      zh: '同一事项正被多人同时处理，请稍后重试。',
      en: 'Several people act on this at once. Please try again.',
    },
  },
  FAULT: {
    status: 500,
    title: {
      zh: '系统出现故障，请凭跟踪号联系管理员。',
      en: 'Something failed on our side. Give the tracking number to the operator.',
    },
  },
} as const satisfies Record<string, Meaning>
