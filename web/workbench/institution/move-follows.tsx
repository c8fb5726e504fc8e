import { fill, useSay } from '../preferences.tsx'
import styles from './institution.module.css'

const words = {
  zh: {
    found:
      '{to}从现在起能在人员名册页看到{name}的姓名、岗位类别、聘用日期和现单位，并可以接收；台账、证书和其他登记信息还看不到。',
    until: '接收之前，{name}仍在{from}的名册上，一切照旧，随时可以撤回。',
    after: '接收之后，登记信息及其变更记录、培训台账和证书随人转到{to}，{from}不能再查看；原工号空出。',
    record: '{name}的登记信息及其变更记录、培训台账和证书转到{to}；{from}不能再查看，原工号空出。',
    year: '年度结算按结算时所在的单位计入。',
    requests:
      '没有办结的申请不随人转：仍由申报时的单位及其主管部门、人事综合管理部门办理，通过后照样记入本人的台账或登记信息。单位代为提交、又被退回的，调动之后不能改正重交，只能撤回，由{to}另行申报。',
  },
  en: {
    found:
      'From now on {to} finds {name} on its page of the register, by name, type of post, day of hiring and present institution, and may take them over. It sees no ledger, no certificate and nothing else of the record yet.',
    until:
      'Until then {name} stays on the register of {from}, nothing changes, and the release can be withdrawn.',
    after:
      'Afterwards the record with its history, the ledger and the certificates belong to {to}; {from} sees them no more, and the staff number is free again.',
    record:
      'The record of {name} with its history, the ledger and the certificates go to {to}; {from} sees them no more, and the staff number there is free again.',
    year: 'A year counts the person where they are when it is closed.',
    requests:
      'Requests under way do not move: the institution where they were filed, its department and its authority decide them, and what they approve is entered as ever. One that the institution filed and that was returned cannot be corrected after the transfer: it can be withdrawn, and {to} files anew.',
  },
} as const

export interface MoveFollowsProps {
  /** A release waits for the other institution; a transfer is done at once. */
  readonly of: 'release' | 'transfer'
  readonly name: string
  /** The names of the institutions. */
  readonly from: string
  readonly to: string
}

/** What follows from a release or a transfer: who sees what from when, and who decides open requests. */
export const MoveFollows = ({ of, ...names }: MoveFollowsProps) => {
  const { say } = useSay(words)
  const sentences =
    of === 'release' ? [say.found, say.until, say.after, say.requests] : [say.record, say.year, say.requests]
  return (
    <ul className={styles.follows}>
      {sentences.map((sentence) => (
        <li key={sentence}>{fill(sentence, names)}</li>
      ))}
    </ul>
  )
}
