import { relative } from 'node:path'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest. Begun last, one of them would keep a whole run waiting on one core. */
const longest = [
  'test/web.test.ts',
  'test/system/year.test.ts',
  'test/store/close.test.ts',
  'test/system/kill.test.ts',
  'test/acceptance.test.ts',
  'test/infra/bundles.test.ts',
  'test/local/database.test.ts',
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
