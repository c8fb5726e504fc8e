import { Radio } from 'antd'
import type { OrganisationImport } from '../../shared/api/types.gen.ts'
import type { Answers } from '../institution/import-questions.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    questions: '是不是同一个机构？',
    text: '下面各行与已有的机构名称相同、上级也相同。请逐行选择；没有选择的行不导入，它的下级也不导入。',
    first: '这里列出前 {count} 行，导入后再次预览可继续选择。',
    question: '第 {row} 行：{name}（文件中的编号：{number}）',
    alike: '与第 {row} 行名称相同、上级也相同。',
    none: '未填写',
    same: '是已登记的 {name}（编号：{number}）',
    anew: '是另一个机构，新登记',
  },
  en: {
    questions: 'The same organisation?',
    text: 'These rows have the name of another organisation in the same place. Choose for each; rows without a choice are not imported, nor what stands below them.',
    first: 'The first {count} are listed; preview again after importing for the others.',
    question: 'Row {row}: {name} (number in the file: {number})',
    alike: 'Row {row} has the same name in the same place.',
    none: 'none',
    same: 'The {name} on record (number: {number})',
    anew: 'Another organisation: register it',
  },
} as const

export interface OrganisationQuestionsProps {
  readonly of: OrganisationImport
  readonly answers: Answers
  readonly choose: (answers: Answers) => void
}

/** Rows that may be of an organisation that is there already: whoever imports says it. */
export const OrganisationQuestions = ({
  of: { questions, asked },
  answers,
  choose,
}: OrganisationQuestionsProps) => {
  const { say } = useSay(words)
  return (
    <section>
      <h3>{say.questions}</h3>
      <p>
        {say.text} {asked > questions.length && fill(say.first, { count: questions.length })}
      </p>
      {questions.map(({ row, name, number, candidates, alike }) => (
        <fieldset key={row}>
          <legend>
            {fill(say.question, { row, name, number: number ?? say.none })}{' '}
            {alike !== null && fill(say.alike, { row: alike })}
          </legend>
          <Radio.Group
            value={answers[row]}
            onChange={({ target }) => choose({ ...answers, [row]: String(target.value) })}
            options={[
              ...candidates.map(({ id, number: own, name: known }) => ({
                value: id,
                label: fill(say.same, { name: known, number: own ?? say.none }),
              })),
              { value: 'new', label: say.anew },
            ]}
          />
        </fieldset>
      ))}
    </section>
  )
}
