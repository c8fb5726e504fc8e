import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useId, useRef } from 'react'
import { postFile } from '../../shared/api/client.ts'
import type { FollowedComplaint } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '附材料',
    hint: '信件扫描件、照片、名单等：PDF、PNG、JPEG，每个不超过 4 MB，最多 10 个。加密保存，只有调查人员能打开，每次打开都记录；不保存文件名，照片的拍摄信息会去掉。匿名的请注意：PDF 里可能带有作者姓名，字迹和内容也可能看出是谁，最好改附照片。',
    choose: '选择文件',
    one: '材料 {number}，{moment}',
  },
  en: {
    title: 'Files',
    hint: 'A scanned letter, pictures, a list: PDF, PNG or JPEG, at most 4 MB each, ten in all. Kept encrypted; those who inquire alone open them, each time on record. File names are not kept, and what a camera adds to a picture is taken out. If you are anonymous: a PDF may hold its author’s name, and handwriting or content may tell who you are. A picture is safer.',
    choose: 'Choose a file',
    one: 'File {number}, {moment}',
  },
} as const

interface FilesProps {
  readonly code: string
  /** The key that belongs to the code. */
  readonly secret: string
  readonly files: FollowedComplaint['files']
  readonly added: (now: FollowedComplaint) => void
}

/** Files that whoever has code and key adds to a complaint, one after the other. */
export const ComplaintFiles = ({ code, secret, files, added }: FilesProps) => {
  const { say, language } = useSay(words)
  const picker = useRef<HTMLInputElement>(null)
  const hint = useId()
  const adding = useMutation({
    mutationFn: (file: File) =>
      postFile(
        '/complaints/{code}/files',
        { path: { code: code.trim() }, body: { file, key: secret.trim() } },
        () => {},
      ),
    onSuccess: added,
  })
  return (
    <Panel title={say.title}>
      <p className="quiet" id={hint}>
        {say.hint}
      </p>
      {adding.isError && <ProblemNotice error={adding.error} />}
      <ul>
        {files.map(({ number, at }) => (
          <li key={number}>{fill(say.one, { number, moment: moment(at, language) })}</li>
        ))}
      </ul>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".pdf,.png,.jpg,.jpeg"
        aria-label={say.choose}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = ''
          if (file) adding.mutate(file)
        }}
      />
      <Button
        disabled={files.length >= 10}
        loading={adding.isPending}
        aria-describedby={hint}
        onClick={() => picker.current?.click()}
      >
        {say.choose}
      </Button>
    </Panel>
  )
}
