import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { Link } from 'react-router'
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
    sending: '正在核对“{name}”…',
    tooLarge: '“{name}”有 {size} MB：一个文件至多 1,000 条记录，不会这么大。请选择机构交来的原文件。',
    refused: '没有收下“{name}”',
    providers: '查看网络培训机构名单',
    done: '已收“{file}”：{name} {at} 签发的 {count} 条记录。',
    states: '接受 {accepted}，已有 {known}，待处理 {held}，拒收 {refused}。',
    which: '{recordNo}：{detail}',
  },
  en: {
    title: 'Upload a file signed by a provider',
    text: 'A listed provider whose program cannot call signs its completions as a file, which is uploaded here. Its signature is checked by the key in the list; a file that was changed is refused.',
    choose: 'Choose the file (.jws)',
    sending: 'Checking “{name}”…',
    tooLarge:
      '“{name}” has {size} MB: a file of 1,000 records at most is never that large. Choose the file as it was handed in.',
    refused: '“{name}” was not taken',
    providers: 'The list of providers',
    done: '“{file}” was taken: {count} {count|record|records} of {name}, issued {at}.',
    states: '{accepted} accepted, {known} known, {held} held, {refused} refused.',
    which: '{recordNo}: {detail}',
  },
} as const

const states = ['accepted', 'known', 'held', 'refused'] as const

/** As much as the API takes in one call, in bytes: what is signed is plain letters. */
const LIMIT = 3_000_000

/** The region uploads a file of completions that a listed provider has signed (Art. 41). */
export const SignedFile = () => {
  const { say, language } = useSay(words)
  const picker = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState<File>()
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
      <input
        ref={picker}
        hidden
        type="file"
        accept=".jws,.jose,.txt"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0]
          // The same file may be chosen again.
          target.value = ''
          if (file === undefined) return
          sending.reset()
          setTooLarge(file.size > LIMIT ? file : undefined)
          if (file.size <= LIMIT) sending.mutate(file)
        }}
      />
      <Button loading={sending.isPending} onClick={() => picker.current?.click()}>
        {say.choose}
      </Button>
      {sending.isPending && <p role="status">{fill(say.sending, { name: sending.variables.name })}</p>}
      {tooLarge !== undefined && (
        <Notice
          tone="bad"
          title={fill(say.tooLarge, {
            name: tooLarge.name,
            size: (tooLarge.size / 1024 / 1024).toFixed(1),
          })}
        />
      )}
      {sending.isError &&
        (faults.length > 0 ? (
          <Notice tone="bad" title={fill(say.refused, { name: sending.variables.name })}>
            <p>{faults.map(({ detail }) => detail).join(' ')}</p>
            <Link to="/registers/providers">{say.providers}</Link>
          </Notice>
        ) : (
          <ProblemNotice error={sending.error} />
        ))}
      {data && (
        <div role="status">
          <p>
            {fill(say.done, {
              ...{ file: sending.variables.name, name: data.provider.name, count: data.results.length },
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
