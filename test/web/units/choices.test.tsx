import { Form } from 'antd'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Lecturer } from '../../../web/shared/api/types.gen.ts'
import { BodyPicker } from '../../../web/workbench/complaints/body-picker.tsx'
import { ComplaintForm } from '../../../web/workbench/complaints/complaint-form.tsx'
import { readWhole } from '../../../web/workbench/parts/use-list.ts'
import { CoursesFields } from '../../../web/workbench/programmes/course-fields.tsx'
import { answered, drawn, failed } from './drawn.tsx'

afterEach(() => vi.unstubAllGlobals())

const lecturer = (nth: number): Lecturer => ({
  ...{ id: `l${nth}`, name: `师资${nth}`, field: '公需', proposedBy: 'o', vettedBy: ['o'], removed: null },
})

describe('Art. 31: whoever teaches is chosen among all, not among the first hundred', () => {
  test('a list is read to its end', async () => {
    const pages = [
      { items: Array.from({ length: 100 }, (_, nth) => lecturer(nth)), cursor: 'next' },
      { items: [lecturer(100)], cursor: null },
    ]
    const asked: string[] = []
    vi.stubGlobal('document', { documentElement: { lang: 'zh' } })
    vi.stubGlobal('sessionStorage', { getItem: () => null })
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address)
      return Response.json(pages[asked.length - 1])
    })
    const all = await readWhole('/lecturers', { query: { limit: 100 } })
    expect(all.at(-1)?.name).toBe('师资100')
    expect(asked[1]).toContain('cursor=next')
  })

  const courses = () => (
    <Form initialValues={{ courses: [{ lecturers: ['l100'], mode: 'offline' }] }}>
      <CoursesFields />
    </Form>
  )
  const libraryKey = ['/libraries/{kind}', 'whole', { path: { kind: 'course' }, query: { limit: 100 } }]
  const lecturersKey = ['/lecturers', 'whole', { query: { limit: 100 } }]

  test('the hundred and first of them can be named', () => {
    const client = answered()
    client.setQueryData(
      lecturersKey,
      Array.from({ length: 101 }, (_, nth) => lecturer(nth)),
    )
    client.setQueryData(libraryKey, [])
    expect(drawn(courses(), client)).toContain('师资100 公需')
  })

  test('where the list could not be read it is said, with a way to try again', async () => {
    const client = answered()
    await failed(client, lecturersKey)
    client.setQueryData(libraryKey, [])
    expect(drawn(courses(), client)).toMatch(/role="alert"[\s\S]*网络不通[\s\S]*再试一次/)
  })
})

describe('Art. 36: a body is found by its name or level by level', () => {
  const key = ['/complaints/bodies', '', false]
  const picker = <BodyPicker id="body" value={undefined} onChange={() => undefined} />

  test('a failed read says so, and not that nothing was found', async () => {
    const client = answered()
    await failed(client, key)
    const page = drawn(picker, client)
    expect(page).toMatch(/role="alert"[\s\S]*再试一次/)
    expect(page).not.toContain('没有找到')
  })

  test('its label is the one that is seen, in the form as on its own', () => {
    const client = answered()
    client.setQueryData(key, [{ id: 'b', name: '第一中学', kind: 'institution', level: 'city' }])
    const form = drawn(
      <ComplaintForm
        send={async () => {
          throw new Error('Nothing is sent.')
        }}
      />,
      client,
    )
    expect(form).toMatch(/<label for="complaint_bodyId"[^>]*>单位、部门或机构/)
    expect(form).toMatch(/<input[^>]*id="complaint_bodyId"/)
    expect(form).not.toMatch(/aria-label="输入名称查找/)
  })
})
