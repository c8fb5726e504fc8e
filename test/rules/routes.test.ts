import { describe, expect, test } from 'vitest'
import { articleAt, desksFor, desksForDeemed, desksForDelay } from '../../rules/routes.ts'

describe('Article 38: who decides after registration', () => {
  test.each([
    ['public', false, true, ['authority']],
    ['public', false, false, ['authority']],
    ['professional', false, true, ['department', 'authority']],
    ['professional', false, false, ['authority']],
    ['professional', true, true, ['authority']],
    ['public', true, true, ['authority']],
  ] as const)('%s subject, activity %s, department %s', (subject, activity, hasDepartment, route) => {
    expect(desksFor({ subject, activity, hasDepartment })).toEqual(route)
  })

  test.each([
    ['institution', false, '34'],
    ['institution', true, '34'],
    ['department', false, '38'],
    ['authority', false, '38'],
    ['authority', true, '37'],
  ] as const)('the %s acts on a line, activity %s, by Article %s', (desk, activity, article) => {
    expect(articleAt(desk, { activity })).toBe(article)
  })

  test('a make-up delay needs one approval (Art. 32)', () => {
    expect(desksForDelay({ hasDepartment: true })).toEqual(['department'])
    expect(desksForDelay({ hasDepartment: false })).toEqual(['authority'])
  })

  test.each([
    ['research_project', ['department', 'authority']],
    ['degree_course', ['department', 'authority']],
    ['qualification_exam', ['department', 'authority']],
    ['skill_grade_exam', ['department', 'authority']],
    ['entrepreneurship_leave', ['authority']],
    ['discretionary', ['authority']],
  ] as const)('%s (Art. 39)', (kind, route) => {
    expect(desksForDeemed({ kind, hasDepartment: true })).toEqual(route)
    expect(desksForDeemed({ kind, hasDepartment: false })).toEqual(['authority'])
  })
})
