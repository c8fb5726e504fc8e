import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import type { TrainingArchive } from '../../shared/api/types.gen.ts'
import { useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { saveText } from '../parts/save-text.ts'
import { AddressYearPicker, useYear } from '../parts/year-picker.tsx'
import { fill, useSay } from '../preferences.tsx'
import './ledger.module.css'
import { trainingArchiveQuery } from './person-queries.ts'
import { TrainingForm } from './training-forms.tsx'
import { fileOf, Records } from './training-records.tsx'

const words = {
  zh: {
    title: '培训档案：{name}',
    lead: '已经认定、登记的全部培训：种类、内容、时间和考试考核结果（第34条）。',
    backToLedger: '培训台账',
    all: '登记的培训',
    none: '还没有登记的培训。',
    export: '导出 CSV',
    file: '培训档案-{name}.csv',
    print: '打印',
    appraisal: '记入 {year} 年度考核登记表',
    appraisalLead: '当年参加的脱产培训（第34条）。',
    cadre: '记入干部任免审批表',
    cadreLead: '两个月以上的脱产培训，不分年度（第34条）。“以上”包括两个月，按公历月计算。',
  },
  en: {
    title: 'Training archive: {name}',
    lead: 'All training that was recognised and registered: kind, content, time and result (Art. 34).',
    backToLedger: 'Training ledger',
    all: 'Training on record',
    none: 'No training is on record yet.',
    export: 'Export CSV',
    file: 'training-archive-{name}.csv',
    print: 'Print',
    appraisal: 'For the form of the annual appraisal of {year}',
    appraisalLead: 'Full-time training of that year (Art. 34).',
    cadre: 'For the form of cadres',
    cadreLead: 'Full-time training of two months or more, of any year (Art. 34), by calendar months.',
  },
} as const

const Whole = ({ of: archive }: { readonly of: TrainingArchive }) => {
  const { say, language } = useSay(words)
  const year = useYear()
  const isOwn = useMe().staffId === archive.staffId
  const { name, staffId, items, appraisal, cadre } = archive
  return (
    <>
      <PageHead
        title={fill(say.title, { name })}
        back={
          isOwn
            ? { to: '/ledger', label: say.backToLedger }
            : { to: `/persons/${encodeURIComponent(staffId)}`, label: name }
        }
        lead={<p>{say.lead}</p>}
        actions={
          <>
            <AddressYearPicker />
            <button type="button" onClick={() => window.print()}>
              {say.print}
            </button>
          </>
        }
      />
      <Panel
        title={say.all}
        actions={
          items.length > 0 && (
            <Button onClick={() => saveText(fileOf(items, language), fill(say.file, { name }))}>
              {say.export}
            </Button>
          )
        }
      >
        {items.length === 0 ? <Empty>{say.none}</Empty> : <Records items={items} />}
      </Panel>
      <TrainingForm
        title={fill(say.appraisal, { year })}
        lead={say.appraisalLead}
        trainings={appraisal.find((one) => one.year === year)?.trainings ?? []}
      />
      <TrainingForm title={say.cadre} lead={say.cadreLead} trainings={cadre} />
    </>
  )
}

/** A person's training archive (Art. 34), and what of it goes into the forms of the appraisal and of cadres. */
export const TrainingArchivePage = () => {
  const { id = '' } = useParams()
  const archive = useQuery(trainingArchiveQuery(id))
  return <Answer of={archive}>{(found) => <Whole key={id} of={found} />}</Answer>
}
