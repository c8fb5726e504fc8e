import { Button, Checkbox, Form, Input, Select } from 'antd'
import type { ReactNode } from 'react'
import { leaveKinds } from '../../../functions/platform/words.ts'
import { term } from '../../shared/terms.ts'
import { DateField } from '../parts/date-field.tsx'
import { Panel } from '../parts/panel.tsx'
import { fieldName } from '../person/person-words.ts'
import { fill, useSay } from '../preferences.tsx'
import { useRequired } from '../registers/register-form.tsx'
import registersStyles from '../registers/registers.module.css'
import styles from './institution.module.css'

const words = {
  zh: {
    who: '基本信息',
    post: '岗位与聘用',
    periods: '聘期与请假',
    staffNoHint: '本单位内不重复，不能使用身份证号码。可以不填。',
    retiresHint: '已知法定退休日期的，请填写。',
    talentHint: '“高层次人才”指按规定认定的高层次人才（第9条）。',
    addTerm: '增加聘期',
    addLeave: '增加请假',
    term: '聘期 {number}',
    leave: '请假 {number}',
    from: '开始日期',
    to: '结束日期',
    kind: '种类',
    remove: '移除{what}',
  },
  en: {
    who: 'The person',
    post: 'Post and employment',
    periods: 'Terms and leaves',
    staffNoHint: 'Used once at the institution, never an identity number. May be left empty.',
    retiresHint: 'Where the day of retirement is known.',
    talentHint: '“High-level talent” is who was recognised as such (Art. 9).',
    addTerm: 'Add a term',
    addLeave: 'Add a leave',
    term: 'Term {number}',
    leave: 'Leave {number}',
    from: 'From',
    to: 'Until',
    kind: 'Kind',
    remove: 'Remove {what}',
  },
} as const

const posts = ['management', 'professional', 'worker']

interface PeriodsProps {
  readonly of: 'terms' | 'leaves'
  readonly legend: string
  readonly add: string
  readonly more?: (place: number) => ReactNode
}

/** A list of periods, each with its two days. */
const Periods = ({ of, legend, add, more }: PeriodsProps) => {
  const { say } = useSay(words)
  const required = useRequired()
  return (
    <Form.List name={of}>
      {(fields, { add: append, remove }) => (
        <>
          {fields.map(({ key, name }) => {
            const title = fill(legend, { number: name + 1 })
            return (
              <fieldset key={key} className={styles.period}>
                <legend>{title}</legend>
                <div className={`fields ${registersStyles.narrow}`}>
                  {more?.(name)}
                  <Form.Item name={[name, 'from']} label={say.from} rules={required(say.from)}>
                    <DateField />
                  </Form.Item>
                  <Form.Item name={[name, 'to']} label={say.to} rules={required(say.to)}>
                    <DateField />
                  </Form.Item>
                </div>
                <Button onClick={() => remove(name)}>{fill(say.remove, { what: title })}</Button>
              </fieldset>
            )
          })}
          <p>
            <Button onClick={() => append(of === 'leaves' ? { kind: 'sick' } : {})}>{add}</Button>
          </p>
        </>
      )}
    </Form.List>
  )
}

/**
 * The fields of a person's record, within a form. `plain`: those alone that an institution changes by itself; the
 * others are filed (Art. 4, 9, 18).
 */
export const PersonFields = ({ plain = false }: { readonly plain?: boolean }) => {
  const { say, language } = useSay(words)
  const required = useRequired()
  const label = (field: string) => fieldName(field, language)
  const check = (field: string) => (
    <Form.Item name={field} valuePropName="checked" noStyle>
      <Checkbox>{label(field)}</Checkbox>
    </Form.Item>
  )
  return (
    <>
      <Panel title={say.who}>
        <div className="fields">
          <Form.Item name="name" label={label('name')} rules={required(label('name'))}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="staffNo" label={label('staffNo')} extra={say.staffNoHint}>
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </div>
        {check('disability')}
      </Panel>
      <Panel title={say.post}>
        <div className="fields">
          {!plain && (
            <>
              <Form.Item name="postType" label={label('postType')} rules={required(label('postType'))}>
                <Select
                  options={posts.map((value) => ({ value, label: term('postType', value, language) }))}
                />
              </Form.Item>
              <Form.Item name="hiredOn" label={label('hiredOn')} rules={required(label('hiredOn'))}>
                <DateField />
              </Form.Item>
            </>
          )}
          <Form.Item name="retiresOn" label={label('retiresOn')} extra={say.retiresHint}>
            <DateField />
          </Form.Item>
        </div>
        {!plain && (
          <>
            <div className={styles.personChecks}>
              {check('onRegister')}
              {check('leader')}
              {check('highLevelTalent')}
            </div>
            <p className="quiet">{say.talentHint}</p>
          </>
        )}
      </Panel>
      {!plain && <PersonPeriods />}
    </>
  )
}

/** A person's terms and leaves, within a form. */
const PersonPeriods = () => {
  const { say, language } = useSay(words)
  const required = useRequired()
  return (
    <Panel title={say.periods}>
      <Periods of="terms" legend={say.term} add={say.addTerm} />
      <Periods
        of="leaves"
        legend={say.leave}
        add={say.addLeave}
        more={(place) => (
          <Form.Item name={[place, 'kind']} label={say.kind} rules={required(say.kind)}>
            <Select
              options={Object.keys(leaveKinds).map((value) => ({
                value,
                label: term('leaveKind', value, language),
              }))}
            />
          </Form.Item>
        )}
      />
    </Panel>
  )
}
