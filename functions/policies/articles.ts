import articles from '../../rules/regulation-text.json' with { type: 'json' }
import { today } from '../platform/clock.ts'
import type { Language } from '../platform/language.ts'
import type { RecordsHost } from '../platform/records-host.ts'
import { type Outcome, refuse, succeed } from '../platform/refusals.ts'
import { readParameters } from '../registers/parameters.ts'
import { viewParameters } from '../registers/set-parameters.ts'
import type { ArticleView } from './api.ts'
import { interpretationOf } from './interpretation.ts'
import { readPolicies, rowOf } from './policy.ts'

/** The implementation rules as they were published, article by article. */
export const everyArticle = articles

/** The article of a citation: `39(1)` and `21, 45` begin with theirs. */
const articlesOf = (citation: string): string[] =>
  citation.split(',').map((one) => /^\s*(\d+)/.exec(one)?.[1] ?? '')

/** An article with how it is read on the day, by which interpretation, its figures, and what was published about it. */
export const viewArticle =
  ({ table, clock }: RecordsHost) =>
  async (citation: string, language: Language): Promise<Outcome<ArticleView, 'NOT_FOUND'>> => {
    const [wanted = ''] = articlesOf(citation)
    const found = everyArticle.find(({ article }) => article === wanted)
    if (found === undefined) return refuse('NOT_FOUND')
    const day = today(clock)
    const [parameters, versions, policies] = await Promise.all([
      viewParameters(table, day, language),
      readParameters(table),
      readPolicies(table),
    ])
    const isOf = ({ article }: { readonly article: string }) => articlesOf(article).includes(wanted)
    return succeed({
      ...found,
      readings: parameters.readings.filter(isOf).map(({ name, what, why, value, default: usual }) => {
        const by = interpretationOf(policies, versions, name, day)
        return {
          ...{ name, what, why, value, default: usual },
          interpretation: by === undefined ? null : { id: by.id, name: `${by.number} ${by.title}` },
        }
      }),
      figures: parameters.edition.figures
        .filter(isOf)
        .map(({ name, value, unit }) => ({ name, value, unit })),
      policies: policies.filter((one) => one.articles.includes(wanted)).map((one) => rowOf(one, day)),
    })
  }
