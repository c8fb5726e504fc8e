import type { Year } from '../../shared/api/types.gen.ts'
import { fill, useSay } from '../preferences.tsx'
import styles from './year.module.css'

const words = {
  zh: {
    done: '全区已评定 {done} 人，共 {total} 人',
    summing: '全区 {total} 人都已评定，正在收尾：生成证书，汇总各级机构的数字。',
    starting: '正在准备人员名单。',
    label: '进度',
  },
  en: {
    done: '{done} of {total} {total|person|persons} of the region assessed',
    summing:
      'All persons of the region ({total}) are assessed; certificates and the sums of each level follow.',
    starting: 'The lists of persons are being prepared.',
    label: 'Progress',
  },
} as const

/** How far a run is: of the whole region, whoever looks. */
export const RunProgress = ({ of: { done, total } }: { readonly of: Year['progress'] }) => {
  const { say } = useSay(words)
  const sentence = total === 0 ? say.starting : done < total ? say.done : say.summing
  return (
    <div className={styles.runProgress}>
      <progress max={Math.max(total, 1)} value={done} aria-label={say.label} />
      <p role="status">{fill(sentence, { done, total })}</p>
    </div>
  )
}
