import { describe, expect, test } from 'vitest'
import { edition2024 } from '../../../rules/edition.ts'
import { readingTexts } from '../../../rules/reading-texts.ts'
import type { ArticleView } from '../../../web/shared/api/types.gen.ts'
import { Readings } from '../../../web/workbench/policies/article-readings.tsx'
import { chosenReadings, oneOfEach } from '../../../web/workbench/policies/chosen-readings.ts'
import { drawn } from './drawn.tsx'

describe('Art. 48: a reading that an interpretation sets', () => {
  const reading = (value: boolean): ArticleView['readings'][number] => ({
    ...{ name: 'minimaHoldUnderEitherTotal', value, interpretation: null },
    default: edition2024.readings.minimaHoldUnderEitherTotal,
    what: readingTexts.minimaHoldUnderEitherTotal.what.zh,
    why: readingTexts.minimaHoldUnderEitherTotal.why.zh,
  })

  test('is not explained by the reason of the default as if it were its own', () => {
    const other = drawn(<Readings of={[reading(false)]} />)
    expect(other).toContain('默认口径（按学时、按天数达到总量的都要求）的理由：')
    const usual = drawn(<Readings of={[reading(true)]} />)
    expect(usual).toContain('理由：条文先写')
    expect(usual).not.toContain('默认口径')
  })

  test('has one value, the one that was chosen last', () => {
    const both = ['leadersExcepted=0', 'minimaHoldUnderEitherTotal=0', 'minimaHoldUnderEitherTotal=1']
    expect(oneOfEach(both)).toEqual(['leadersExcepted=0', 'minimaHoldUnderEitherTotal=1'])
    expect(chosenReadings(oneOfEach(both))).toEqual({
      leadersExcepted: true,
      minimaHoldUnderEitherTotal: false,
    })
  })
})
