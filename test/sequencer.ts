import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest. Begun last, one of them would keep a whole run waiting on one core. */
const longest = [
  'test/web-first.test.ts',
  'test/web-second.test.ts',
  'test/acceptance.test.ts',
  'test/web/tour.test.ts',
  'test/system/year.test.ts',
  'test/store/close.test.ts',
  'test/web/onboarding.test.ts',
  'test/store/walk.test.ts',
  'test/store/imports.test.ts',
  'test/store/acts.test.ts',
  'test/infra/bundles.test.ts',
]

/** The longest files first; a new checkout knows no durations yet, and would begin with the largest. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.indexOf(relative(process.cwd(), moduleId))
      return found === -1 ? longest.length : found
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}
