import { Radio } from 'antd'
import type { Import } from '../../shared/api/types.gen.ts'
import { fill, useSay } from '../preferences.tsx'
import { words } from './import-words.ts'

/** Whose the rows are that were asked about, by row: a person on record, or `new`. */
export type Answers = Readonly<Record<string, string>>

export interface ImportQuestionsProps {
  readonly of: Import
  readonly answers: Answers
  readonly choose: (answers: Answers) => void
}

/** Rows that may be of someone on record: nobody guesses, whoever imports says it. */
export const ImportQuestions = ({ of: { questions, asked }, answers, choose }: ImportQuestionsProps) => {
  const { say } = useSay(words)
  return (
    <section>
      <h3>{say.questions}</h3>
      <p>
        {say.questionsText} {say.answered}{' '}
        {asked > questions.length && fill(say.questionsFirst, { count: questions.length })}
      </p>
      {questions.map(({ row, name, staffNo, candidates, mayBeNew }) => (
        <fieldset key={row}>
          <legend>{fill(say.question, { row, name, number: staffNo ?? say.noNumber })}</legend>
          <Radio.Group
            value={answers[row]}
            onChange={({ target }) => choose({ ...answers, [row]: String(target.value) })}
            options={[
              ...candidates.map(({ staffId, staffNo: number, name: own, hiredOn: day }) => ({
                value: staffId,
                label:
                  number === null
                    ? fill(say.samePlain, { name: own, day })
                    : fill(say.same, { name: own, number, day }),
              })),
              ...(mayBeNew ? [{ value: 'new', label: say.anew }] : []),
            ]}
          />
        </fieldset>
      ))}
    </section>
  )
}
