import { Form } from 'antd'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { PersonFields } from '../../../web/workbench/institution/person-fields.tsx'

const shown = (plain: boolean) =>
  renderToStaticMarkup(
    <LanguageContext value="zh">
      <Form>
        <PersonFields plain={plain} />
      </Form>
    </LanguageContext>,
  )

/** What an institution files with a document, or by a change of post (Art. 4, 9, 18). */
const FILED = ['岗位类别', '聘用日期', '在册', '领导人员', '高层次人才', '增加聘期', '增加请假']

test('whoever keeps a register from above changes all of a record, an institution what is not filed', () => {
  for (const field of ['姓名', '工号', '退休日期']) {
    expect(shown(false)).toContain(field)
    expect(shown(true)).toContain(field)
  }
  expect(FILED.filter((field) => !shown(false).includes(field))).toEqual([])
  expect(FILED.filter((field) => shown(true).includes(field))).toEqual([])
})
