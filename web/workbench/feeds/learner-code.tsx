import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { post } from '../../shared/api/client.ts'
import { moment } from '../../shared/dates.ts'
import { ProblemNotice } from '../parts/notice.tsx'
import { Panel } from '../parts/panel.tsx'
import { fill, useSay } from '../preferences.tsx'

const words = {
  zh: {
    title: '绑定网络培训机构',
    text: '自治区确定的网络培训机构会把您学完的课程推送到平台，不用再申报。机构登记的工号、姓名与单位的不一致时，取一个绑定码，在机构的网站上输入，之后推送的学时就记到您名下。',
    get: '取绑定码',
    once: '绑定码只显示这一次，只能用一次，{until} 前有效：',
  },
  en: {
    title: 'Bind an online provider',
    text: 'Providers that the region lists deliver the courses you complete: there is nothing to claim. Where a provider knows you by another number or name, take a code and enter it on its site; what it delivers from then on is yours.',
    get: 'Take a code',
    once: 'The code is shown this once, binds once, and holds until {until}:',
  },
} as const

/** A code by which a provider's learner is bound to oneself (Art. 41). */
export const LearnerCode = ({ staffId }: { readonly staffId: string }) => {
  const { say, language } = useSay(words)
  const taking = useMutation({
    mutationFn: () => post('/staff/{id}/learner-codes', { path: { id: staffId } }),
  })
  return (
    <Panel title={say.title}>
      <p className="quiet">{say.text}</p>
      <p className="actions">
        <Button loading={taking.isPending} onClick={() => taking.mutate()}>
          {say.get}
        </Button>
      </p>
      {taking.isError && <ProblemNotice error={taking.error} />}
      {taking.data && (
        <div role="status">
          <p>{fill(say.once, { until: moment(taking.data.expiresAt, language) })}</p>
          <p className="strong">
            <code>{taking.data.code}</code>
          </p>
        </div>
      )}
    </Panel>
  )
}
