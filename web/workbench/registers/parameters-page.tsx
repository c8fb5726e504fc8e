import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { get } from '../../shared/api/client.ts'
import type { Parameters } from '../../shared/api/types.gen.ts'
import { Cited } from '../../shared/cited.tsx'
import { day, moment } from '../../shared/dates.ts'
import { enumerate } from '../../shared/fill.ts'
import { isOfRegion, useMe } from '../me.ts'
import { Answer } from '../parts/answer.tsx'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Empty, Panel } from '../parts/panel.tsx'
import { ArticleLink } from '../policies/article-link.tsx'
import { fill, useSay } from '../preferences.tsx'
import { Done } from './done.tsx'
import { figureText, isWord, parameterWords, readingText, whyText } from './parameters-words.ts'
import styles from './registers.module.css'

const words = {
  zh: {
    ...parameterWords.zh,
    title: '执行口径',
    lead: '实施细则规定的数字，以及条文留有余地的地方怎样执行。',
    set: '调整执行口径',
    figures: '细则规定的数字',
    figuresText: '{name} 版实施细则，自 {day} 起施行。这些数字由细则规定，不能在这里修改。',
    item: '事项',
    value: '规定',
    basis: '条款',
    readings: '现行执行口径',
    readingsText: '一年按年末执行的口径结算；已经结算的年度不受以后调整的影响。',
    byDefault: '（默认）',
    defaultIs: '默认为：{value}',
    providerText: '线上专业科目的培训机构在培训当日不在自治区名单内的（第41条）。',
    versions: '历次调整',
    never: '还没有调整过，执行的都是默认口径。',
    from: '自 {day} 起',
    reason: '理由：{reason}',
    made: '{moment} 制定',
    coming: '尚未开始执行',
    ofBefore:
      '由平台以前的版本记录，没有写明到什么时候为止：其中由政策解释设定的，解释失效或者被替代以后仍然执行，直到重新设定。',
    ends: '到 {day} 为止，以后恢复：{names}',
  },
  en: {
    ...parameterWords.en,
    title: 'Readings',
    lead: 'The regulation’s figures, and how the places are read that its text leaves open.',
    set: 'Change the readings',
    figures: 'What the regulation says in figures',
    figuresText:
      'Edition {name}, in force from {day}. These figures are the regulation’s own and are not changed here.',
    item: 'What',
    value: 'Figure',
    basis: 'Article',
    readings: 'Readings in force',
    readingsText: 'A year is closed by the readings in force at its end; years that are closed keep theirs.',
    byDefault: ' (by default)',
    defaultIs: 'By default: {value}',
    providerText:
      'Where an online professional training’s provider is not on the region’s list that day (Art. 41).',
    versions: 'Changes',
    never: 'Nothing has been changed: the defaults hold.',
    from: 'From {day}',
    reason: 'Reason: {reason}',
    made: 'set {moment}',
    coming: 'not in force yet',
    ofBefore:
      'Recorded by an earlier version of the platform, without until when: what an interpretation set goes on after that has ended or was replaced, until it is set anew.',
    ends: 'Until {day}, then as before: {names}',
  },
} as const

const Figures = ({ edition }: { readonly edition: Parameters['edition'] }) => {
  const { say, language } = useSay(words)
  // `90 hours or 12 days` stand in one row.
  const names = [...new Set(edition.figures.map(({ name }) => name))]
  return (
    <Panel title={say.figures}>
      <p className="quiet">
        {fill(say.figuresText, { name: edition.name, day: day(edition.inForceFrom, language) })}
      </p>
      <table className={styles.plainTable}>
        <caption className="visually-hidden">{say.figures}</caption>
        <thead>
          <tr>
            <th scope="col">{say.item}</th>
            <th scope="col">{say.value}</th>
            <th scope="col">{say.basis}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const figures = edition.figures.filter((figure) => figure.name === name)
            return (
              <tr key={name}>
                <th scope="row">{isWord(name) ? say[name] : name}</th>
                <td className="number">{figures.map((figure) => figureText(figure, say)).join(say.or)}</td>
                <td>
                  <ArticleLink of={figures[0]?.article ?? ''} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Panel>
  )
}

const Reading = ({ of: reading }: { readonly of: Parameters['readings'][number] }) => {
  const { say } = useSay(words)
  const value = readingText(reading.name, reading.value, say)
  const byDefault = readingText(reading.name, reading.default, say)
  return (
    <div className={styles.reading}>
      <h3>{isWord(reading.name) ? say[reading.name] : reading.name}</h3>
      <p>
        <span className="strong">{value}</span>
        <span className="quiet">
          {value === byDefault ? say.byDefault : ` · ${fill(say.defaultIs, { value: byDefault })}`}
        </span>
      </p>
      <p>
        <Cited>{reading.what}</Cited> <ArticleLink of={reading.article} />
      </p>
      <p className="quiet">
        <Cited>{whyText(reading, say)}</Cited>
      </p>
    </div>
  )
}

const Versions = ({ of: versions }: { readonly of: Parameters['versions'] }) => {
  const { say, language } = useSay(words)
  const { today } = useMe()
  return (
    <Panel title={say.versions}>
      {versions.length === 0 && <Empty>{say.never}</Empty>}
      {versions.toReversed().map(({ effectiveFrom, readings, providerCheck, at, reason, names, until }) => (
        <div className={styles.version} key={effectiveFrom}>
          <h3>
            {fill(say.from, { day: day(effectiveFrom, language) })}
            {effectiveFrom > today && <span className="quiet"> · {say.coming}</span>}
          </h3>
          <p>{fill(say.reason, { reason })}</p>
          <p className="quiet">{fill(say.made, { moment: moment(at, language) })}</p>
          {names === undefined && <p className="quiet">{say.ofBefore}</p>}
          {until !== undefined && (
            <p>
              {fill(say.ends, {
                day: day(until, language),
                names: enumerate(
                  (names ?? []).map((name) => (isWord(name) ? say[name] : name)),
                  language,
                ),
              })}
            </p>
          )}
          <Facts
            of={Object.entries({ ...readings, providerCheck }).map(([name, value]) => [
              isWord(name) ? say[name] : name,
              readingText(name, value, say),
            ])}
          />
        </div>
      ))}
    </Panel>
  )
}

/** The edition's figures, and how the open places of the text are read, with the reasons. */
export const ParametersPage = () => {
  const { say } = useSay(words)
  const me = useMe()
  const asked = useQuery({ queryKey: ['/parameters'], queryFn: () => get('/parameters') })
  return (
    <>
      <PageHead
        title={say.title}
        lead={<p>{say.lead}</p>}
        actions={
          isOfRegion(me) && (
            <Link className="button primary" to="/registers/parameters/new">
              {say.set}
            </Link>
          )
        }
      />
      <Done />
      <Answer of={asked}>
        {({ edition, readings, providerCheck, versions }) => (
          <>
            <Panel title={say.readings}>
              <p className="quiet">{say.readingsText}</p>
              {readings.map((reading) => (
                <Reading key={reading.name} of={reading} />
              ))}
              <div className={styles.reading}>
                <h3>{say.providerCheck}</h3>
                <p className="strong">{say[providerCheck]}</p>
                <p>{say.providerText}</p>
              </div>
            </Panel>
            <Versions of={versions} />
            <Figures edition={edition} />
          </>
        )}
      </Answer>
    </>
  )
}
