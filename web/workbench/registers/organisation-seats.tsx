import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { get, post } from '../../shared/api/client.ts'
import type { Organisation, Seat, SeatChange } from '../../shared/api/types.gen.ts'
import { term } from '../../shared/terms.ts'
import { isOfRegion, useMe } from '../me.ts'
import { accountStatus } from '../onboarding/account-words.ts'
import { Answer } from '../parts/answer.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { FaultSummary, type FieldFault, fieldFaults } from '../parts/fault-summary.tsx'
import { Notice } from '../parts/notice.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { Scroller } from '../parts/scroller.tsx'
import { fill, useSay } from '../preferences.tsx'
import { AccountField } from './account-field.tsx'
import styles from './registers.module.css'

const words = {
  zh: {
    title: '席位',
    text: '在席位上的账号可以办理本机构该环节的事项。负责人收到超期提醒，并可增减本机构的席位。',
    none: '还没有人在这个机构的席位上，事项会没有人办理。请邀请人员开通账号，或为已有账号增加席位。',
    name: '姓名',
    account: '账号编号',
    role: '环节',
    head: '负责人',
    isHead: '是',
    act: '操作',
    remove: '取消席位',
    removeTitle: '取消 {name} 的席位',
    removeText: '取消后，该账号不能再办理这个机构的事项；已经办理的不受影响。',
    add: '增加席位',
    addAccount: '账号',
    missing: '请选择账号',
    reason: '增加席位的理由',
    reasonMissing: '请写明理由',
    reasonHint: '理由与操作人、时间一并记录，供审计查询。',
    submit: '增加',
    added: '已增加席位：{name}',
    removed: '已取消席位：{name}',
  },
  en: {
    title: 'Seats',
    text: 'Accounts with a seat act at this desk. Its head is told of what is overdue, and adds and removes seats.',
    none: 'Nobody sits here yet: tasks would lie unattended. Invite someone, or give an account a seat.',
    name: 'Name',
    account: 'Account number',
    role: 'Desk',
    head: 'Head',
    isHead: 'yes',
    act: 'Act',
    remove: 'Remove',
    removeTitle: 'Remove the seat of {name}',
    removeText: 'The account no longer acts at this desk; what it has decided stays.',
    add: 'Add a seat',
    addAccount: 'Account',
    missing: 'Please choose the account',
    reason: 'Reason for adding',
    reasonMissing: 'Please give a reason',
    reasonHint: 'Kept with who did so and when; auditors can find it.',
    submit: 'Add',
    added: 'Added: {name}',
    removed: 'Removed: {name}',
  },
} as const

const AddSeat = ({
  organisation,
  change,
}: {
  readonly organisation: Organisation
  readonly change: (change: SeatChange) => Promise<unknown>
}) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const id = useId()
  const [account, setAccount] = useState('')
  const [role, setRole] = useState<Seat['role']>(organisation.kind)
  const [head, setHead] = useState(false)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly FieldFault[]>([])
  const [error, setError] = useState<unknown>()
  // Auditors and operators see all below an authority: the region alone appoints them.
  const roles: readonly Seat['role'][] =
    organisation.kind === 'authority' && isOfRegion(me)
      ? ['authority', 'auditor', 'operator']
      : [organisation.kind]
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const accountId = account.trim()
    setError(undefined)
    const missing = [
      ...(accountId === '' ? [{ field: `${id}-account`, text: say.missing }] : []),
      ...(reason.trim() === '' ? [{ field: `${id}-reason`, text: say.reasonMissing }] : []),
    ]
    setFaults(missing)
    if (missing.length > 0 || isBusy) return
    setBusy(true)
    try {
      await change({ action: 'add', accountId, role, head, reason: reason.trim() })
      setAccount('')
      setReason('')
      setHead(false)
    } catch (fault) {
      const found = fieldFaults(fault, (pointer) => `${id}-${pointer === '/reason' ? 'reason' : 'account'}`)
      if (found) setFaults(found)
      else setError(fault)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <h3>{say.add}</h3>
      <FaultSummary faults={faults} error={error} />
      <form className={styles.lookup} onSubmit={(event) => void submit(event)}>
        <div className="wide-field">
          <label htmlFor={`${id}-account`}>{say.addAccount}</label>
          <AccountField
            id={`${id}-account`}
            organisation={organisation.id}
            value={account}
            onChange={setAccount}
          />
        </div>
        <div>
          <label htmlFor={`${id}-role`}>{say.role}</label>
          <Select
            id={`${id}-role`}
            value={role}
            popupMatchSelectWidth={false}
            options={roles.map((value) => ({ value, label: term('role', value, language) }))}
            onChange={setRole}
          />
        </div>
        <div className="wide-field">
          <label htmlFor={`${id}-reason`}>{say.reason}</label>
          <Input
            id={`${id}-reason`}
            value={reason}
            maxLength={500}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        <Checkbox checked={head} onChange={({ target }) => setHead(target.checked)}>
          {say.head}
        </Checkbox>
        <Button htmlType="submit" loading={isBusy}>
          {say.submit}
        </Button>
      </form>
      <p id={`${id}-hint`} className="quiet">
        {say.reasonHint}
      </p>
    </>
  )
}

/** Who sits at an organisation's desks; those who may, add and remove. */
export const OrganisationSeats = ({ of: organisation }: { readonly of: Organisation }) => {
  const { say, language } = useSay(words)
  const me = useMe()
  const queries = useQueryClient()
  const [said, setSaid] = useState<string>()
  const path = { id: organisation.id }
  const queryKey = ['/organisations/{id}/seats', path]
  const asked = useQuery({ queryKey, queryFn: () => get('/organisations/{id}/seats', { path }) })
  const change = async (body: SeatChange, sentence: string) => {
    setSaid(undefined)
    const now = await post('/organisations/{id}/seats', { path, body })
    queries.setQueryData(queryKey, now)
    const name = [...now.items, ...(asked.data?.items ?? [])].find(
      ({ accountId }) => accountId === body.accountId,
    )?.name
    setSaid(fill(sentence, { name: name ?? body.accountId }))
  }
  return (
    <Panel title={say.title}>
      <p className="quiet">{say.text}</p>
      {said !== undefined && <Notice tone="good" title={said} />}
      <Answer of={asked}>
        {({ items }) => {
          const mayChange =
            organisation.mayChange || items.some(({ accountId, head }) => accountId === me.id && head)
          return (
            <>
              {items.length === 0 ? (
                <Empty>{say.none}</Empty>
              ) : (
                <Scroller label={say.title}>
                  <table className={`${styles.plainTable} ${styles.seats}`}>
                    <caption className="visually-hidden">{say.title}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{say.name}</th>
                        <th scope="col">{say.account}</th>
                        <th scope="col">{say.role}</th>
                        <th scope="col">{say.head}</th>
                        {mayChange && <th scope="col">{say.act}</th>}
                      </tr>
                    </thead>
                    <tbody>
                      {items.map(({ accountId, name, role, head, status }) => (
                        <tr key={`${accountId} ${role}`}>
                          <th scope="row">
                            {name}
                            {status !== 'active' && (
                              <span className="quiet">（{accountStatus(status, language)}）</span>
                            )}
                          </th>
                          <td data-label={say.account}>{accountId}</td>
                          <td data-label={say.role}>{term('role', role, language)}</td>
                          <td data-label={say.head}>{head ? say.isHead : '—'}</td>
                          {mayChange && (
                            <td>
                              {accountId !== me.id && (
                                <Confirm
                                  label={say.remove}
                                  title={fill(say.removeTitle, { name })}
                                  follows={<p>{say.removeText}</p>}
                                  reason={{ hint: say.reasonHint, required: true }}
                                  act={(reason) =>
                                    change({ action: 'remove', accountId, role, reason }, say.removed)
                                  }
                                />
                              )}
                            </td>
                          )}
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </Scroller>
              )}
              {mayChange && (
                <AddSeat organisation={organisation} change={(body) => change(body, say.added)} />
              )}
            </>
          )
        }}
      </Answer>
    </Panel>
  )
}
