import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Participants } from '../../../web/request/asked.tsx'
import type { MeResponse, ReadTaskResponse } from '../../../web/shared/api/types.gen.ts'
import type { Language } from '../../../web/shared/language.ts'
import { LanguageContext } from '../../../web/shared/language-context.ts'
import { Confirmation } from '../../../web/task/confirmation.tsx'
import type { Choice, Draft } from '../../../web/task/draft.ts'
import { Face } from '../../../web/task/faces.tsx'
import { returned } from './sample-request.ts'

const shown = (page: ReactElement, language: Language = 'zh'): string =>
  renderToStaticMarkup(<LanguageContext value={language}>{page}</LanguageContext>)

const registrar: MeResponse = {
  id: 'unit.second',
  name: '刘海燕',
  email: 'unit.second@demo.example',
  staffId: 'unit.second',
  roles: [],
  holdsTasks: true,
  today: '2026-11-02',
}

const task: ReadTaskResponse = {
  id: 'r1.1.institution',
  requestId: 'r1',
  type: 'recognition',
  stage: 'institution',
  line: null,
  subject: 'professional',
  hours: 12,
  article: '34',
  organisation: 'i',
  title: returned.title ?? '',
  staffId: 's1',
  openedAt: '2026-11-02T09:00:00+08:00',
  dueOn: '2026-11-09',
  workingDaysLeft: 5,
  late: false,
  status: 'open',
  acting: null,
  covers: [],
  mayDecide: false,
  mayTakeBack: false,
  waiting: null,
  flags: [],
  opinions: [],
  hoursSoFar: [],
  assignee: null,
  decided: null,
  request: { ...returned, status: 'in_review' },
}

describe('who has nothing to decide is told why, and what to do', () => {
  const face = (more: Partial<ReadTaskResponse>, me = registrar, just?: Choice) =>
    shown(<Face task={{ ...task, ...more }} me={me} just={just} takeBack={async () => {}} />)
  const decided = {
    at: '2026-11-02T09:30:00+08:00',
    by: 'unit.admin',
    byName: '苏日娜',
    for: null,
    decision: 'return',
    reason: '请补充通知',
  }

  test('decided: by whom, when, how and why, for whom where powers were lent; then back to the desk', () => {
    const page = face({ status: 'decided', decided })
    expect(page).toContain('这件事项已经办理')
    expect(page).toMatch(/苏日娜 已于 2026年11月2日 09:30 作出决定：退回修改[\s\S]*请补充通知/)
    expect(page).toMatch(/href="\/tasks"[^>]*>返回待办/)
    expect(page).toContain('href="/request/r1"')
    const lent = face({ status: 'decided', decided: { ...decided, for: { id: 'hr.head', name: '周文斌' } } })
    expect(lent).toContain('苏日娜（代 周文斌） 已于')
  })

  test('one’s own decision may be taken back while the next desk has not acted, and not after', () => {
    for (const just of [undefined, 'approve'] as const)
      expect(face({ status: 'decided', decided, mayTakeBack: true }, registrar, just)).toMatch(
        /下一环节办理之前，您可以收回[\s\S]*<button[^>]*>收回决定/,
      )
    expect(face({ status: 'decided', decided })).not.toContain('收回决定')
    expect(face({ status: 'taken_back' })).toContain('上一环节已收回决定')
  })

  test('withdrawn, one’s own (filed for oneself or for another), handed on, another desk’s', () => {
    expect(face({ status: 'withdrawn' })).toContain('申请人已撤回')
    for (const me of [
      { ...registrar, id: 'x', staffId: 's1' },
      { ...registrar, id: 'staff.li', staffId: null },
    ])
      expect(face({}, me)).toMatch(/不能办理自己的申请[\s\S]*第38条[\s\S]*换个账号登录/)
    expect(face({ assignee: { id: 'unit.head', name: '格日勒图' } })).toContain('现由 格日勒图 办理')
    expect(face({})).toContain('您登录的是“刘海燕”。这件事项由“单位登记”环节的人员办理。')
  })

  test.each([
    ['approve', '已同意。'],
    ['return', '已退回，申请人会收到您写的理由。'],
    ['reject', '已作出不予办理的决定'],
  ] as const)('who has just chosen %s reads what came of it', (choice, said) => {
    const page = face({ status: 'decided', decided }, registrar, choice)
    expect(page).toContain('办理完成')
    expect(page).toContain(said)
  })

  test('who may decide is told nothing of the kind', () => expect(face({ mayDecide: true })).toBe(''))
})

describe('a decision is thought over: what follows is said before it is done', () => {
  const form = (choice: Choice, more: Partial<ReadTaskResponse> = {}, draft: Partial<Draft> = {}) =>
    shown(
      <Confirmation
        task={{ ...task, mayDecide: true, ...more }}
        choice={choice}
        draft={{ reason: '', ...draft }}
        change={() => {}}
        decide={async () => {}}
        back={() => {}}
      />,
    )

  test.each<[Choice, Partial<ReadTaskResponse>, string]>([
    ['approve', {}, '同意表示您已核实事实和证明材料。申请将转到下一环节。'],
    ['approve', { stage: 'department', line: 0 }, '申请将转到人事综合管理部门。'],
    ['approve', { stage: 'authority', line: 0 }, '决定即时生效并记入台账'],
    ['approve', { type: 'make_up_delay', stage: 'department' }, '延迟补训即时生效并记入台账'],
    ['approve', { type: 'post_change', stage: 'authority' }, '岗位变动予以备案，自变动日期起生效'],
    ['approve', { type: 'record_change', stage: 'authority' }, '变更自所写日期起生效'],
    ['approve', { type: 'justified_reason' }, '您的意见（属实）随申请转到下一环节'],
    ['approve', { type: 'justified_reason', stage: 'department' }, '正当理由记入台账'],
    ['reject', { type: 'justified_reason' }, '您的意见（不属实）随申请转到下一环节'],
    ['approve', { type: 'objection', stage: 'authority' }, '异议成立'],
    ['reject', { type: 'objection', stage: 'authority' }, '维持原决定'],
    ['return', { type: 'make_up_delay' }, '修改后可以重新提交'],
    ['reject', {}, '这项申请到此结束'],
  ])('%s %o', (choice, more, follows) => {
    expect(form(choice, more)).toContain(follows)
  })

  test('a return and a rejection want a reason, an approval may have one; so does one of fewer hours', () => {
    const atDepartment = { stage: 'department', line: 0 } as const
    expect(form('approve', atDepartment)).toContain('意见（选填）')
    expect(form('approve', atDepartment, { hours: '8' })).toContain('理由（必填）')
    for (const choice of ['return', 'reject'] as const) expect(form(choice)).toContain('理由（必填）')
  })

  test('hours are granted in half-days where the training was offline, and by the registrar not at all', () => {
    const page = form('approve', { stage: 'department', line: 0 })
    expect(page).toMatch(/id="hours"[^>]*min="4"[^>]*max="12"[^>]*step="4"/)
    expect(page.replaceAll(/<\/?a\b[^>]*>/g, '')).toContain('至多 12 学时，线下每半天 4 学时（第39条）。')
    expect(page).toContain('href="/articles/39"')
    expect(form('approve')).not.toContain('id="hours"')
    expect(form('return', { stage: 'department', line: 0 })).not.toContain('id="hours"')
  })

  test('Art. 39(6): how much of the year is granted is chosen where it was asked for, and its hours told', () => {
    const asked = {
      type: 'deemed',
      stage: 'authority',
      request: { ...task.request, kind: 'discretionary', scope: { public: 12.5, professional: 0 } },
    } as const
    const page = form('approve', asked)
    expect(page).toMatch(/认定范围（第39条第六项）/)
    expect(page).toMatch(/id="scope"[^>]*value="12.5"/)
    expect(form('approve', asked, { scope: 'all' })).not.toContain('id="scope"')
    expect(form('approve', { ...asked, stage: 'institution' })).not.toContain('认定范围')
  })
})

test('Art. 34: of a class everyone is named with hours and whether they passed, long and rare names too', () => {
  const long = '阿布都热合曼·买买提依明·吐尔逊江·热合木吐拉·艾山江·玉素甫江·阿不力克木·𠮷䶮㛃喆·努尔麦'
  const one = { hours: null, halfDays: null, passed: true }
  const page = shown(
    <Participants
      request={{
        ...returned,
        participants: [
          { ...one, staffId: 'q1', name: long },
          { ...one, staffId: 'q2', name: '𠮷田', halfDays: 4, passed: false },
          { ...one, staffId: 'q3', name: '李娜', hours: 7.5 },
        ],
      }}
    />,
  )
  expect(page).toContain('3 名学员')
  expect(page).toMatch(new RegExp(`>${long}</th><td[^>]*>12</td><td>合格`))
  expect(page).toMatch(/>𠮷田<\/th><td[^>]*>16<\/td><td>不合格/)
  expect(page).toMatch(/>李娜<\/th><td[^>]*>7.5<\/td>/)
})
