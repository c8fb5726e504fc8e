import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { byLot, signs, standsAs } from '../../../functions/inspections/words.ts'
import { get } from '../../shared/api/client.ts'
import type { DrawView } from '../../shared/api/types.gen.ts'
import { moment, period } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { List } from '../parts/list.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { SaveButton } from '../parts/save-button.tsx'
import { saveText } from '../parts/save-text.ts'
import { useList } from '../parts/use-list.ts'
import { useSay } from '../preferences.tsx'
import { drawnText } from './drawn-text.ts'
import styles from './inspections.module.css'

const words = {
  zh: {
    title: '抽查',
    back: '抽查督办',
    about: '抽查范围',
    desk: '被抽查部门',
    authority: '抽查部门',
    time: '登记时间',
    counts: '抽取条数',
    counted: '按线索 {sign}，随机 {lot}',
    by: '发起',
    reason: '理由',
    drawnAt: '抽取时间',
    proof: '怎样核对',
    commitment: '种子的哈希值（发起时公布）',
    seed: '种子（抽取以后公布）',
    moments:
      '发起后立即汇总名单并抽取，名单小的只隔片刻。哈希值证明种子没有在看到名单以后更换；每次发起都保留在抽查列表里，不能撤销，反复发起看得见。',
    drawnAs: '实际抽取',
    download: '下载核对文件（JSON）',
    downloadNote: '种子、名单（编号、学时、方式、天数、线索）、样本和步骤都在里面：不用本平台也能重抽。',
    secret: '样本抽出以后公布',
    later:
      '抽查没有办结以前，被抽查的部门看不到编号、线索、名单和种子；全部办结以后在这里公布，可以自行验证。',
    frame: '名单',
    size: '{count} 条',
    hash: '名单的哈希值',
    sample: '样本',
    name: '编号',
    why: '原因',
    state: '状态',
    none: '名单里没有学时，没有抽取任何一条。',
    gathering: '正在汇总名单，抽取后在这里显示。',
    list: '抽查名单',
    hours: '学时',
  },
  en: {
    title: 'Draw',
    back: 'Inspections',
    about: 'From what',
    desk: 'Desk',
    authority: 'Authority',
    time: 'Entered',
    counts: 'How many',
    counted: '{sign} by signs, {lot} by lot',
    by: 'Ordered by',
    reason: 'Reason',
    drawnAt: 'Drawn',
    proof: 'How to check it',
    commitment: 'SHA-256 of the seed, told when it was ordered',
    seed: 'Seed, told after',
    moments:
      'The frame is gathered at once and then drawn from: where it is small, moments later. The hash shows that the seed was not changed once the frame was known; each draw stays in the list and cannot be taken back, so that ordering again and again is seen.',
    drawnAs: 'Drawn',
    download: 'Download what it takes (JSON)',
    downloadNote:
      'Seed, frame (names, hours, mode, days, signs), sample and steps: it is redrawn without this platform.',
    secret: 'told when the sample is drawn',
    later:
      'While something of it is open, the desk that is looked at sees no names, signs, frame or seed; once all of it is closed they stand here, and anyone at it can redraw the sample.',
    frame: 'Frame',
    size: '{count}',
    hash: 'SHA-256 of the frame',
    sample: 'Sample',
    name: 'Name',
    why: 'Why',
    state: 'State',
    none: 'There are no hours in the frame: nothing was drawn.',
    gathering: 'The frame is being gathered; what is drawn will stand here.',
    list: 'Frame',
    hours: 'Hours',
  },
} as const

type Drawn = DrawView['drawn'][number]

const Sample = ({ of: { drawn, status, open } }: { readonly of: DrawView }) => {
  const { say, language } = useSay(words)
  if (drawn.length === 0)
    return (
      <Panel title={say.sample}>
        <Empty>{status === 'drawn' ? say.none : say.gathering}</Empty>
      </Panel>
    )
  const why = ({ signs: list }: Drawn) =>
    !open
      ? ''
      : list.length === 0
        ? byLot[language]
        : enumerate(
            list.map((sign) => signs[sign][language]),
            language,
          )
  const stateOf = ({ status: stands, outcome, suspended }: Drawn) =>
    stands === null ? '—' : standsAs({ status: stands, outcome, suspended })[language]
  return (
    <Panel title={say.sample}>
      <ol className={styles.course}>
        {drawn.map((one) => (
          <li key={one.name}>
            {one.matterId === null ? (
              <code>{one.name}</code>
            ) : (
              <Link to={`/inspections/matters/${one.matterId}`}>
                <code>{one.name}</code>
              </Link>
            )}{' '}
            {one.person?.name} {why(one)} <span className="quiet">{stateOf(one)}</span>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

const saveDocument = async (id: string): Promise<void> => {
  const document = await get('/inspections/draws/{id}/document', { path: { id } })
  saveText(JSON.stringify(document, null, 1), `draw-${id}.json`, 'application/json')
}

const Frame = ({ id }: { readonly id: string }) => {
  const { say, language } = useSay(words)
  const list = useList('/inspections/draws/{id}/frame', { path: { id } })
  return (
    <Panel title={say.list}>
      <List<{ name: string; hours: number; signs: Drawn['signs'] }>
        of={list}
        label={say.list}
        rowKey={({ name }) => name}
        empty={<Empty>{say.none}</Empty>}
        columns={[
          { key: 'name', title: say.name, render: (_, { name }) => <code>{name}</code> },
          { key: 'hours', title: say.hours, render: (_, { hours }) => hours },
          {
            key: 'why',
            title: say.why,
            render: (_, row) =>
              enumerate(
                row.signs.map((sign) => signs[sign][language]),
                language,
              ) || '—',
          },
        ]}
      />
    </Panel>
  )
}

/** A draw: what it was drawn from, by which seed, and what came of it. */
export const DrawPage = () => {
  const { say, language } = useSay(words)
  const { id = '' } = useParams()
  const draw = useQuery({
    queryKey: ['/inspections/draws/{id}', id],
    queryFn: () => get('/inspections/draws/{id}', { path: { id } }),
    retry: false,
    // The frame is gathered in the background, then the matters begin; hours that were made void meanwhile have none.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data?.status === 'gathering' ||
      (dataUpdateCount < 10 && data?.drawn.some(({ status }) => status === null))
        ? 2000
        : false,
  })
  return (
    <>
      <PageHead title={say.title} back={{ to: '/inspections', label: say.back }} />
      <Answer of={draw}>
        {(of) => (
          <>
            <Panel title={say.about}>
              <Facts
                of={[
                  [say.desk, of.desk.name],
                  [say.authority, of.authority.name],
                  [say.time, period(of.from, of.to, language)],
                  [
                    say.counts,
                    say.counted.replace('{sign}', String(of.bySign)).replace('{lot}', String(of.byLot)),
                  ],
                  [say.drawnAs, drawnText(of, language)],
                  [say.by, `${of.createdBy} ${moment(of.createdAt, language)}`],
                  [say.reason, of.reason],
                  [say.drawnAt, of.drawnAt === null ? null : moment(of.drawnAt, language)],
                ]}
              />
            </Panel>
            <Panel title={say.proof}>
              <Facts
                of={[
                  [
                    say.commitment,
                    <code key="commitment" className={styles.hash}>
                      {of.commitment}
                    </code>,
                  ],
                  [
                    say.seed,
                    of.seed === null ? (
                      say.secret
                    ) : (
                      <code key="seed" className={styles.hash}>
                        {of.seed}
                      </code>
                    ),
                  ],
                  [say.frame, say.size.replace('{count}', String(of.frameSize))],
                  [
                    say.hash,
                    of.frameHash === null ? null : (
                      <code key="frame" className={styles.hash}>
                        {of.frameHash}
                      </code>
                    ),
                  ],
                ]}
              />
              <p className="quiet">{say.moments}</p>
              {!of.open && <p className="quiet">{say.later}</p>}
              {of.status === 'drawn' && of.open && (
                <>
                  <ol>
                    {of.recipe[language].map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                  <p className="quiet">{say.downloadNote}</p>
                  <div className="actions">
                    <SaveButton label={say.download} save={() => saveDocument(id)} />
                  </div>
                </>
              )}
            </Panel>
            <Sample of={of} />
            {of.status === 'drawn' && of.open && <Frame id={id} />}
          </>
        )}
      </Answer>
    </>
  )
}
