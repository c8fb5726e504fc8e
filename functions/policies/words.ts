import type { Text } from '../../rules/text.ts'

/** What is wrong with a document that is to be published. */
export const policyFaults = {
  filesUnknown: { zh: '附件不存在，或者不是您上传的。', en: 'A file is unknown, or not uploaded by you.' },
  otherKind: {
    zh: '新版本的类别应与所替代的文件相同。',
    en: 'A new version is of the kind of what it replaces.',
  },
  /** A version before the one that it replaces: both would be in force. */
  beforeReplaced: (day: string): Text => ({
    zh: `所替代的版本自 ${day} 起施行，新版本的施行日期不能更早。`,
    en: `The version that it replaces is in force from ${day}: not before that day.`,
  }),
  replacedHeld: {
    zh: '新版本的施行日期不能早于今天：在此之前大家执行的是所替代的版本。',
    en: 'A new version begins today or later: until today everybody went by the one that it replaces.',
  },
  numberInForce: (title: string): Text => ({
    zh: `同一文号的《${title}》在这段时间有效。请打开它发布新版本，或者改用新的文号。`,
    en: `“${title}” has this number and is in force then. Publish a new version of it, or give another number.`,
  }),
  enteredLater: {
    zh: '施行日期早于今天。以前已经在别处发布、现在补录的文件，请勾选“补录已施行的文件”；新的规定请从今天或以后施行。',
    en: 'The first day is before today. Confirm that it was published elsewhere and is entered here later; what is new begins today or later.',
  },
} as const
