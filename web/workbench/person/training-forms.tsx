import { Button } from 'antd'
import { useState } from 'react'
import type { FullTimeTraining } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { Empty, Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'
import styles from './ledger.module.css'

const words = {
  zh: {
    line: '{from}—{to}，{what}，脱产，{hours} 学时{result}',
    held: '{provider}“{title}”',
    passed: '，考核合格',
    failed: '，考核不合格',
    none: '没有要记入的脱产培训。',
    copy: '复制',
    copied: '已复制，可以粘贴到表格里。',
    notCopied: '浏览器不允许复制，请选中上面的文字后复制。',
  },
  en: {
    line: '{from}–{to}, {what}, full-time, {hours} {hours|hour|hours}{result}',
    held: '“{title}”, {provider}',
    passed: ', passed',
    failed: ', not passed',
    none: 'No full-time training is to be entered.',
    copy: 'Copy',
    copied: 'Copied: paste it into the form.',
    notCopied: 'The browser does not allow it: select the text above and copy it.',
  },
} as const

/** `2026-05-11` as such forms have it: `2026.05.11`. */
const dotted = (date: string): string => date.replaceAll('-', '.')

/** A training in the one line that a form has for it. */
const useLine = () => {
  const { say, language } = useSay(words)
  return ({ title, provider, category, from, to, hours, passed }: FullTimeTraining): string =>
    fill(say.line, {
      from: dotted(from),
      to: dotted(to),
      what:
        title === null
          ? term('category', category, language)
          : provider === null
            ? title
            : fill(say.held, { title, provider }),
      hours,
      result: passed === null ? '' : passed ? say.passed : say.failed,
    })
}

export interface TrainingFormProps {
  readonly title: string
  readonly lead: string
  readonly trainings: readonly FullTimeTraining[]
}

/** What is to be entered in a form, line by line, to be copied there. */
export const TrainingForm = ({ title, lead, trainings }: TrainingFormProps) => {
  const { say } = useSay(words)
  const lineOf = useLine()
  const lines = trainings.map(lineOf)
  const [outcome, setOutcome] = useState<'copied' | 'notCopied'>()
  const copy = () =>
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => setOutcome('copied'),
      () => setOutcome('notCopied'),
    )
  return (
    <Panel
      title={title}
      actions={lines.length > 0 && <Button onClick={() => void copy()}>{say.copy}</Button>}
    >
      <p className="quiet">{lead}</p>
      {lines.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ul className={styles.waysToClose}>
          {lines.map((line) => (
            <li key={line} className="number">
              {line}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="strong screen-only">
        {outcome && say[outcome]}
      </p>
    </Panel>
  )
}
