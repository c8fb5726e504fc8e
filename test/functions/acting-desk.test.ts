import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account, Actor } from '../../functions/organisations/account.ts'
import type { Role, Stage } from '../../functions/platform/terms.ts'
import {
  actedBefore,
  actingDesk,
  coveredBy,
  isLastDesk,
  whyNobody,
} from '../../functions/requests/acting-desk.ts'
import { isOwn, powerOver } from '../../functions/requests/powers.ts'
import type { Request } from '../../functions/requests/request.ts'
import { type Task, taskPlace } from '../../functions/requests/task.ts'
import { desksFor } from '../../rules/routes.ts'
import { prove, times } from '../proving.ts'

/** An institution with or without a department, in a county, a city, or the region's own. */
interface World {
  readonly departmentId: string | undefined
  /** The authorities from the institution's own upwards; the last is the region's. */
  readonly authorities: readonly string[]
  readonly people: readonly Actor[]
}

const request = (submittedBy: string, staffId: string): Request => ({
  ...{ id: 'r1', type: 'recognition', staffId, institutionId: 'i', submittedBy, submittedAt: '' },
  ...{
    status: 'in_review',
    round: 1,
    title: '',
    evidence: [],
    fingerprints: [],
    bodyHash: '',
    acts: [],
    version: 1,
  },
  lines: [
    {
      ...{
        subject: 'professional',
        category: 'in_service',
        mode: 'online',
        from: '2026-01-01',
        to: '2026-01-02',
      },
      ...{ activity: false, claimedTenths: 10, status: 'in_review', round: 1, awaiting: false },
    },
  ],
})

const taskOf = (stage: Stage, organisationId: string, tasks: readonly Task[]): Task => {
  const line = stage === 'institution' ? {} : { line: 0 }
  const task: Task = {
    ...{ requestId: 'r1', place: taskPlace(1, stage, 0), type: 'recognition', stage, ...line, round: 1 },
    ...{
      organisationId,
      role: stage,
      openedAt: '',
      dueOn: '',
      status: 'open',
      tokens: {},
      lateNotices: 0,
      version: 1,
    },
  }
  return { ...task, actedBefore: actedBefore(tasks, task), covers: coveredBy(tasks, task) }
}

const deskAt = (people: readonly Actor[], organisationId: string, role: Role): Actor[] =>
  people.filter((actor) =>
    [actor, ...(actor.standsInFor ?? [])].some(({ roles }) =>
      roles.some((seat) => seat.organisationId === organisationId && seat.role === role),
    ),
  )

/** What became of a matter: who acted where, or that it waits and the alarm goes. */
interface Outcome {
  readonly acts: readonly {
    readonly stage: Stage
    readonly by: Actor
    readonly for: string | undefined
    readonly at: string
  }[]
  readonly alarm: boolean
  readonly tasks: readonly Task[]
}

/** Takes a line through its desks, each decided by whoever the choice falls on of those who may. */
const run = (world: World, matter: Request, choose: (of: number) => number): Outcome => {
  const [own = 'none'] = world.authorities
  const route: Stage[] = [
    'institution',
    ...desksFor({
      subject: 'professional',
      activity: false,
      hasDepartment: world.departmentId !== undefined,
    }),
  ]
  const placeOf = { institution: 'i', department: world.departmentId ?? '', authority: own }
  const tasks: Task[] = []
  const acts: Outcome['acts'][number][] = []
  for (const stage of route) {
    const task = taskOf(stage, placeOf[stage], tasks)
    const look = (organisationId: string, role: Role) => ({
      ...{ organisationId, role },
      nobody: whyNobody(deskAt(world.people, organisationId, role), matter, {
        ...task,
        organisationId,
        role,
      }),
    })
    const above = world.authorities.slice(1).map((id) => look(id, 'authority'))
    const acting = actingDesk(isLastDesk(task), look(task.organisationId, task.role), above)
    if (acting.acts === 'none') return { acts, alarm: true, tasks }
    if (acting.acts === 'next') {
      tasks.push({ ...task, status: 'passed', passed: { at: '', why: acting.why } })
      continue
    }
    const at = acting.acts === 'above' ? acting.at : task
    const able = deskAt(world.people, at.organisationId, at.role).flatMap((actor) => {
      const power = powerOver(actor, matter, { ...task, organisationId: at.organisationId, role: at.role })
      return power.ok ? [{ actor, power }] : []
    })
    const chosen = able[choose(able.length)]
    if (chosen === undefined) throw new Error(`Nobody is able at ${stage}.`)
    const { actor, power } = chosen
    acts.push({ stage, by: actor, for: power.for?.id, at: at.organisationId })
    tasks.push({
      ...{ ...task, organisationId: at.organisationId, role: at.role, status: 'decided' },
      decided: {
        at: '',
        by: actor.id,
        byName: '',
        decision: 'approve',
        ...(power.for ? { for: power.for } : {}),
      },
    })
  }
  return { acts, alarm: false, tasks }
}

const seat = fc.record({
  who: fc.constantFrom('1', '2', '3', '4', '5'),
  at: fc.constantFrom('i', 'd', 'own', 'above', 'region'),
})
const roleAt = (at: string): Role => (at === 'i' ? 'institution' : at === 'd' ? 'department' : 'authority')

/** Few people and few seats: one registrar, one officer, several seats of one person, loans between any two. */
const world = fc
  .record({
    hasDepartment: fc.boolean(),
    level: fc.constantFrom('county', 'city', 'region'),
    seats: fc.array(seat, { maxLength: 6 }),
    loans: fc.array(
      fc.record({
        from: fc.constantFrom('1', '2', '3', '4', '5'),
        to: fc.constantFrom('1', '2', '3', '4', '5'),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ hasDepartment, level, seats, loans }): World => {
    const chain =
      { county: ['own', 'above', 'region'], city: ['own', 'region'], region: ['region'] }[level] ?? []
    const accounts = ['1', '2', '3', '4', '5'].map(
      (who): Account => ({
        ...{ id: `account.${who}`, name: who, email: `${who}@demo.example`, staffId: `staff.${who}` },
        roles: seats
          .filter((one) => one.who === who)
          .map(({ at }) => ({ role: roleAt(at), organisationId: at, head: false })),
      }),
    )
    return {
      departmentId: hasDepartment ? 'd' : undefined,
      authorities: chain,
      people: accounts.map((account): Actor => {
        const lenders = loans.filter(({ to, from }) => `account.${to}` === account.id && from !== to)
        return {
          ...account,
          standsInFor: accounts.filter(({ id }) => lenders.some(({ from }) => `account.${from}` === id)),
        }
      }),
    }
  })

const who = fc.constantFrom('1', '2', '3', '4', '5')

describe('Art. 38: nobody acts at two desks of a line, and no matter stands still for it', () => {
  test('property: every matter finds somebody lawful who decides it, or the alarm', () => {
    let alarms = 0
    let decided = 0
    let passed = 0
    fc.assert(
      fc.property(
        world,
        who,
        who,
        fc.array(fc.nat(), { minLength: 3, maxLength: 3 }),
        (made, subject, by, picks) => {
          const matter = request(`account.${by}`, `staff.${subject}`)
          let turn = 0
          const outcome = run(made, matter, (of) => (picks[turn++ % picks.length] ?? 0) % Math.max(of, 1))
          const people = outcome.acts.flatMap(({ by: actor, for: lender }) => [
            actor.id,
            ...(lender ? [lender] : []),
          ])
          // Nobody acts twice, be it by a colleague's seat, nor on their own matter.
          expect(new Set(people).size).toBe(people.length)
          for (const { by: actor } of outcome.acts) expect(isOwn(matter, actor)).toBe(false)
          for (const { stage, at } of outcome.acts)
            if (stage !== 'authority') expect(at).toBe(stage === 'institution' ? 'i' : 'd')
          passed += outcome.tasks.filter(({ status }) => status === 'passed').length
          if (outcome.alarm) {
            alarms += 1
            // It waits only where nobody at all may decide at the last desk, or at any authority above it.
            const last = taskOf('authority', made.authorities[0] ?? '', outcome.tasks)
            for (const id of made.authorities)
              for (const actor of deskAt(made.people, id, 'authority'))
                expect(powerOver(actor, matter, { ...last, organisationId: id }).ok).toBe(false)
            return
          }
          decided += 1
          const final = outcome.acts.at(-1)
          expect(final?.stage).toBe('authority')
          expect(made.authorities).toContain(final?.at)
          // What was passed over is part of the next decision, once.
          const covered = outcome.tasks.flatMap(({ covers, passed: gone }) => (gone ? [] : (covers ?? [])))
          expect(covered.map(({ stage }) => stage)).toEqual(
            outcome.tasks.filter(({ passed: gone }) => gone).map(({ stage }) => stage),
          )
        },
      ),
      { numRuns: times(5000) },
    )
    // The worlds are such that each of the three happens often.
    expect(Math.min(alarms, decided, passed)).toBeGreaterThan(300)
    prove(8, { 'random organisations': times(5000), 'matters decided': decided, 'desks passed over': passed })
  })

  const person = (id: string, role: Role, organisationId: string, staffId?: string): Actor => ({
    ...{ id, name: id, email: `${id}@demo.example`, roles: [{ role, organisationId, head: false }] },
    ...(staffId === undefined ? {} : { staffId }),
  })

  test('the only registrar is the claimant: passed over, and the department’s decision says so', () => {
    const made: World = {
      ...{ departmentId: 'd', authorities: ['own', 'region'] },
      people: [
        person('unit', 'institution', 'i', 'staff.unit'),
        person('dept', 'department', 'd'),
        person('hr', 'authority', 'own'),
      ],
    }
    const { acts, tasks } = run(made, request('unit', 'staff.unit'), () => 0)
    expect(acts.map(({ stage, by }) => `${stage} ${by.id}`)).toEqual(['department dept', 'authority hr'])
    expect(tasks[0]).toMatchObject({ status: 'passed', passed: { why: 'all_involved' } })
    expect(tasks[1]?.covers).toEqual([{ stage: 'institution', organisationId: 'i', why: 'all_involved' }])
    expect(tasks[2]?.covers).toBeUndefined()
  })

  test('one officer at the city, who registered: the region decides, with another person', () => {
    const officer: Actor = {
      ...person('officer', 'institution', 'i'),
      roles: [
        { role: 'institution', organisationId: 'i', head: false },
        { role: 'authority', organisationId: 'own', head: false },
      ],
    }
    const people = [officer, person('region', 'authority', 'region')]
    const made: World = { departmentId: undefined, authorities: ['own', 'region'], people }
    const { acts } = run(made, request('li', 'staff.li'), () => 0)
    expect(acts.map(({ stage, by, at }) => `${stage} ${by.id} ${at}`)).toEqual([
      'institution officer i',
      'authority region region',
    ])
  })

  test('the region’s own: another seat there decides; where there is none the alarm goes', () => {
    const one = person('one', 'authority', 'region', 'staff.one')
    const alone: World = { departmentId: undefined, authorities: ['region'], people: [one] }
    expect(run(alone, request('one', 'staff.one'), () => 0).alarm).toBe(true)
    const two = { ...alone, people: [one, person('two', 'authority', 'region')] }
    expect(run(two, request('one', 'staff.one'), () => 0).acts.map(({ by }) => by.id)).toEqual(['two'])
  })
})
