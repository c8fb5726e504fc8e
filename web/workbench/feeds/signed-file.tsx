import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { ProblemError, post } from '../../shared/api/client.ts'
import { moment } from '../../shared/dates.ts'
import { Notice, ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '上传机构签名的文件',
    text: '不能自行推送的网络培训机构，把完成记录签名成文件交来，在这里上传。平台用名单里登记的公钥核对签名，改动过的文件不收。',
    choose: '选择文件（.jws）',
    done: '{name}：{at} 签发的 {count} 条记录已收。',
    states: '接受 {accepted}，已有 {known}，待处理 {held}，拒收 {refused}。',
    which: '{recordNo}：{detail}',
  },
  en: {
    title: 'Upload a file signed by a provider',
    text: 'A listed provider whose program cannot call signs its completions as a file, which is uploaded here. Its signature is checked by the key in the list; a file that was changed is refused.',
    choose: 'Choose the file (.jws)',
    done: '{name}: {count} records of the file issued {at} were taken.',
    states: '{accepted} accepted, {known} known, {held} held, {refused} refused.',
    which: '{recordNo}: {detail}',
  },
} as const

const states = ['accepted', 'known', 'held', 'refused'] as const

/** The region uploads a file of completions that a listed provider has signed (Art. 41). */
export const SignedFile = () => {
  const { say, language } = useSay(words)
  const id = useId()
  const queries = useQueryClient()
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const taken = await post('/feeds/files', { body: { file: (await file.text()).trim() } })
      await queries.invalidateQueries()
      return taken
    },
  })
  const { data } = sending
  const faults = sending.error instanceof ProblemError ? sending.error.faults : []
  return (
    <Panel title={say.title}>
      <p className="quiet">{say.text}</p>
      <p>
        <label htmlFor={id}>{say.choose}</label>{' '}
        <input
          id={id}
          type="file"
          disabled={sending.isPending}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file !== undefined) sending.mutate(file)
            // The same file may be chosen again.
            target.value = ''
          }}
        />
      </p>
      {sending.isError &&
        (faults.length > 0 ? (
          <Notice tone="bad" title={faults.map(({ detail }) => detail).join(' ')} />
        ) : (
          <ProblemNotice error={sending.error} />
        ))}
      {data && (
        <div role="status">
          <p>
            {fill(say.done, {
              ...{ name: data.provider.name, count: data.results.length },
              at: moment(data.issuedAt, language),
            })}
          </p>
          <p>
            {fill(
              say.states,
              Object.fromEntries(
                states.map((one) => [one, data.results.filter(({ state }) => state === one).length]),
              ),
            )}
          </p>
          <ul>
            {data.results.flatMap(({ recordNo, detail }) =>
              detail === undefined ? [] : [<li key={recordNo}>{fill(say.which, { recordNo, detail })}</li>],
            )}
          </ul>
        </div>
      )}
    </Panel>
  )
}
