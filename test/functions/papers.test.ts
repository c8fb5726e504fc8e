import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { TrainingRecord } from '../../functions/ledger/api.ts'
import { drawPaper } from '../../functions/papers/draw-paper.ts'
import { ledgerSheet } from '../../functions/papers/ledger-sheet.ts'
import type { Paper, Part } from '../../functions/papers/paper.ts'
import { requestForm } from '../../functions/papers/request-form.ts'
import type { RequestView } from '../../functions/requests/request-shapes.ts'
import { returned } from '../web/units/sample-request.ts'

const draw = async (paper: Paper) => Buffer.from(await drawPaper(paper))
const pagesOf = (pdf: Buffer): number =>
  Number(/\/Type \/Pages\n\/Count (\d+)\n/.exec(pdf.toString('latin1'))?.[1])

/** The characters that the document can be searched for. */
const mapped = (pdf: Buffer): string => {
  for (let at = pdf.indexOf('\nstream\n'); at >= 0; at = pdf.indexOf('\nstream\n', at + 1)) {
    const body = pdf.subarray(at + 8, pdf.indexOf('\nendstream', at))
    let text = ''
    try {
      text = inflateSync(body).toString('latin1')
    } catch {
      // The metadata stands there as it is.
    }
    if (text.includes('begincmap')) return text.toLowerCase().replaceAll(' ', '')
  }
  throw new Error('The document maps no characters.')
}
const hexOf = (character: string) => Buffer.from(character, 'utf16le').swap16().toString('hex')

const cellsOf = (parts: readonly Part[]): string[] =>
  parts.flatMap((part): readonly string[] => {
    if (part.kind === 'facts') return part.rows.flat()
    if (part.kind === 'signatures') return part.lines
    return [part.title, ...part.columns.map(({ title }) => title), ...part.rows.flat(), ...(part.sum ?? [])]
  })

const act: RequestView['timeline'][number] = {
  ...{ at: '2026-06-02T09:00:00.000+08:00', actor: 'unit', actorName: '王芳', for: null, forName: null },
  ...{ act: 'approve', stage: 'institution', line: null, reason: null, article: null, why: null },
  ...{ covers: [], to: null, toName: null, grantedHours: null, scope: null },
}
const request: RequestView = {
  ...returned,
  status: 'approved',
  lines: returned.lines.map((line) => ({ ...line, status: 'approved' as const, grantedHours: 8 })),
  timeline: [
    { ...act, act: 'submit', actorName: '李娜' },
    act,
    { ...act, act: 'remind', actorName: '李娜' },
    {
      ...{ ...act, stage: 'department', line: 0, actorName: '陈立', forName: '赵敏' },
      ...{ reason: '签到表只有两个半天', grantedHours: 8, at: '2026-06-05T10:00:00.000+08:00' },
    },
  ],
}

describe('a claim as a form on paper (申报表)', () => {
  const form = requestForm(request, '2026-06-15')

  test('says what was claimed and granted, and each desk’s opinion with its name, day and reason', () => {
    expect(form.title).toBe('事业单位工作人员培训学时认定申报表')
    const cells = cellsOf(form.parts)
    for (const said of [
      '李娜',
      '青城实验中学',
      '信息技术应用能力提升',
      '内蒙古大学',
      '12',
      '8',
      '1 份，见平台',
    ])
      expect(cells).toContain(said)
    const opinions = form.parts.find((part) => part.kind === 'table' && part.title === '各环节意见')
    expect(opinions?.kind === 'table' && opinions.rows).toEqual([
      ['单位登记', '同意', '王芳', '2026-06-02', ''],
      ['主管部门认定', '同意', '陈立（代 赵敏）', '2026-06-05', '认定学时 8；签到表只有两个半天'],
    ])
  })

  test('is one A4 page whose text can be searched, the same bytes each time', async () => {
    const pdf = await draw(form)
    expect(pagesOf(pdf)).toBe(1)
    expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
    const map = mapped(pdf)
    for (const character of '李娜青城陈立赵敏签到') expect(map).toContain(hexOf(character))
    expect(pdf.equals(await draw(form))).toBe(true)
    expect(pdf.length).toBeLessThan(120_000)
  })

  test('a class of two hundred takes as many pages as it needs', async () => {
    const participants = Array.from({ length: 200 }, (_, n) => ({
      ...{ staffId: `staff.${n}`, name: `名${n}`, halfDays: 4, hours: null, passed: n > 0 },
    }))
    const form = requestForm({ ...request, type: 'class_roster', participants }, '2026-06-15')
    expect(cellsOf(form.parts)).toContain('不合格')
    const pages = pagesOf(await draw(form))
    expect(pages).toBeGreaterThan(4)
    expect(pages).toBeLessThan(12)
  })
})

describe('a ledger on paper', () => {
  const training: TrainingRecord = {
    ...{ id: 'r.0', requestId: 'r', mayOpenRequest: true, title: '党的理论', provider: '党校', passed: true },
    ...{ certificateNo: null, category: 'in_service', from: '2026-05-11', to: '2026-05-15', hours: 40 },
    ...{ subject: 'public', mode: 'offline', fullTime: true, makeUpFor: null },
  }
  const sheet = ledgerSheet({
    person: { id: 'staff.li', name: '李静怡', staffNo: '000123' },
    institution: '青城实验中学',
    archive: {
      ...{ staffId: 'staff.li', name: '李静怡', appraisal: [], cadre: [] },
      items: [
        training,
        { ...training, id: 's.0', title: '去年的', from: '2025-05-11', to: '2025-05-15' },
        { ...training, id: 't.0', title: '补去年的', hours: 0.1, makeUpFor: 2025 },
        { ...training, id: 'u.0', title: '线上', hours: 0.2, from: '2026-03-01', to: '2026-03-01' },
      ],
    },
    assessment: {
      ...{ edition: '2024', asOf: '2026-06-15', terms: [], transfers: [], certificates: [] },
      ...{ eligibility: [], ignored: [], reasons: [], induction: { status: 'not_applicable' } },
      annual: {
        ...{ year: 2026, status: 'open', dueOn: '2026-12-31', days: 5, madeUp: false },
        hours: { total: 40.2, public: 40, professional: 0.2, online: 0.2, offline: 40 },
        deemed: { public: false, professional: false },
        missing: { hours: 59.8, public: 0, professional: 59.8 },
      },
    },
  })

  test('bears name, institution, number and day, and adds up what counts for its year exactly', () => {
    const cells = cellsOf(sheet.parts)
    for (const said of ['李静怡', '青城实验中学', '000123', '2026-06-15', '40.2 学时', '2026-03-01'])
      expect(cells).toContain(said)
    // 40 and 0.2; what makes up for the year before, and that year's own, stand elsewhere.
    expect(sheet.parts.at(-1)).toMatchObject({ sum: ['合计', '', '', '', '', '', '40.2', ''] })
    expect(cells).not.toContain('去年的')
  })
})

test('a character that no font has is drawn as 〓, and the foot says so; a long cell breaks', async () => {
  const paper: Paper = {
    title: '名单',
    madeOn: '2026-06-15',
    isLandscape: true,
    parts: [
      {
        kind: 'table',
        title: '名单\u{30000}',
        none: '无',
        columns: [{ title: '内容', share: 1 }],
        rows: [['一段很长的话'.repeat(200)]],
      },
      { kind: 'table', title: '空', none: '没有记录', columns: [{ title: '内容', share: 1 }], rows: [] },
    ],
  }
  const pdf = await draw(paper)
  const map = mapped(pdf)
  for (const character of '〓没有记录') expect(map).toContain(hexOf(character))
  expect(map).not.toContain(hexOf('\u{30000}'))
  expect(pdf.toString('latin1')).toContain('/MediaBox [0 0 841.89 595.28]')
})

test('rare ideographs and Mongolian words stand in the cells, which grow and break as others do', async () => {
  const paper = (text: string): Paper => ({
    title: `台账 ${text}`,
    madeOn: '2026-06-15',
    parts: [
      { kind: 'facts', rows: [['单位', `${text}${'很长的名字'.repeat(30)}`]] },
      { kind: 'table', title: '名单', none: '无', columns: [{ title: '姓名', share: 1 }], rows: [[text]] },
    ],
  })
  for (const text of ['𠮷野', '巴图 ᠪᠠᠲᠤ']) {
    const pdf = await draw(paper(text))
    expect(pagesOf(pdf)).toBe(1)
    expect(mapped(pdf)).not.toContain(hexOf('〓'))
  }
  expect(pagesOf(await draw(paper('𠮷'.repeat(3000))))).toBeGreaterThan(1)
})
