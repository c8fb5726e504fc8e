import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { fetchFile } from '../../shared/api/client.ts'
import type { TrainingClass } from '../../shared/api/types.gen.ts'
import { moment } from '../../shared/dates.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '通知和材料',
    none: '还没有通知。',
    material: '打开材料',
  },
  en: {
    title: 'Notices and materials',
    none: 'No notice yet.',
    material: 'Open the material',
  },
} as const

/** Loaded for whoever may publish. */
const ComposeNotice = lazy(() => import('./compose-notice.tsx'))

/** A file of a notice: fetched with the reader's session, then shown. */
const NoticeFile = ({
  id,
  file,
}: {
  readonly id: string
  readonly file: TrainingClass['notices'][number]['files'][number]
}) => {
  const opening = useMutation({
    mutationFn: async () => {
      const { url } = await fetchFile('/classes/{id}/files/{file}', { path: { id, file: file.id } })
      window.open(url, '_blank', 'noopener')
    },
  })
  return (
    <>
      <Button size="small" loading={opening.isPending} onClick={() => opening.mutate()}>
        {file.name}
      </Button>
      {opening.isError && <ProblemNotice error={opening.error} />}
    </>
  )
}

/** What the organiser tells all of a class; its organiser writes it here. */
export const ClassNotices = ({ of: { id, notices, organises, state } }: { readonly of: TrainingClass }) => {
  const { say, language } = useSay(words)
  return (
    <Panel anchor="notices" title={say.title}>
      {notices.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ul>
          {notices.map((one) => (
            <li key={one.id}>
              <span className="strong">{one.title}</span>{' '}
              <span className="quiet">
                {one.byName} {moment(one.at, language)}
              </span>
              <div>{one.text}</div>
              {one.link !== null && (
                <a href={one.link} target="_blank" rel="noopener noreferrer">
                  {say.material}
                </a>
              )}
              {one.files.length > 0 && (
                <div className="actions">
                  {one.files.map((file) => (
                    <NoticeFile key={file.id} id={id} file={file} />
                  ))}
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      {organises && state !== 'cancelled' && (
        <div className="screen-only">
          <Suspense>
            <ComposeNotice id={id} />
          </Suspense>
        </div>
      )}
    </Panel>
  )
}
