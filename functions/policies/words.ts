import type { Text } from '../../rules/text.ts'

/** What is wrong with a document that is to be published. */
export const policyFaults = {
  filesUnknown: { zh: '附件不存在，或者不是您上传的。', en: 'A file is unknown, or not uploaded by you.' },
} as const satisfies Record<string, Text>
