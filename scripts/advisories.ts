import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { satisfies } from 'semver'
import * as z from 'zod'

/**
 * `npm run advisories`: what is known of the packages in the lock file. The registry is asked first (`npm audit`);
 * where it offers no advisories, the list in `security/advisories.json` is held against the lock file, and its date is
 * said. Ends with 1 where something is affected.
 */

const ROOT = join(import.meta.dirname, '..')

export const Advisories = z.object({
  /** The day on which the list was last looked through. */
  asOf: z.string(),
  of: z.string(),
  advisories: z.array(
    z.object({ id: z.string(), package: z.string(), affected: z.string(), about: z.string() }),
  ),
})
export type Advisories = z.infer<typeof Advisories>

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })) })

/** The packages of a lock file, each place once, by name and version. */
export const packagesOf = (lock: unknown): { readonly name: string; readonly version: string }[] =>
  Object.entries(Lock.parse(lock).packages).flatMap(([place, { version }]) => {
    const name = place.split('node_modules/').at(-1)
    return place === '' || name === undefined || version === undefined ? [] : [{ name, version }]
  })

/** What a list of advisories says of the packages of a lock file, a line each. */
export const affectedBy = ({ advisories }: Pick<Advisories, 'advisories'>, lock: unknown): string[] =>
  packagesOf(lock).flatMap(({ name, version }) =>
    advisories
      .filter((one) => one.package === name && satisfies(version, one.affected, { includePrerelease: true }))
      .map(({ id, about }) => `${name} ${version}: ${id}, ${about}`),
  )

const readJson = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'))

const Audit = z.object({
  metadata: z.object({ vulnerabilities: z.object({ total: z.number() }) }),
})

const main = (): number => {
  const asked = spawnSync('npm', ['audit', '--json'], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  const audit = Audit.safeParse(JSON.parse(asked.stdout || '{}')).data
  if (audit !== undefined) {
    const { total } = audit.metadata.vulnerabilities
    console.log(total === 0 ? 'The registry knows of no advisory.' : asked.stdout)
    return total === 0 ? 0 : 1
  }
  const list = Advisories.parse(readJson('security/advisories.json'))
  const affected = affectedBy(list, readJson('package-lock.json'))
  console.log(
    `The registry offers no advisories; by our own list of ${list.asOf} (${list.advisories.length} advisories):`,
  )
  console.log(affected.length === 0 ? 'no package is affected.' : affected.join('\n'))
  return affected.length === 0 ? 0 : 1
}

if (process.argv[1] === import.meta.filename) process.exitCode = main()
