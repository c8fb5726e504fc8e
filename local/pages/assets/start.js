// @ts-check
import { Problem, post } from './api.js'
import { el, fill } from './dom.js'
import { runPage } from './page.js'
import { signIn } from './session.js'
import { yearCard } from './year-view.js'

/** @param {string} id */
const byId = (id) => document.getElementById(id)

for (const one of document.querySelectorAll('button[data-account]'))
  if (one instanceof HTMLElement)
    one.addEventListener('click', () => void signIn({ account: one.dataset.account ?? '', returnTo: '/my' }))

byId('verify-form')?.addEventListener('submit', (event) => {
  event.preventDefault()
  const code = byId('code')
  if (code instanceof HTMLInputElement) location.assign(`/verify/${encodeURIComponent(code.value.trim())}`)
})

/** @param {string} text */
const readFacts = (text) => {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Problem(400, { title: String(error instanceof Error ? error.message : error) })
  }
}

byId('calculator-form')?.addEventListener('submit', async (event) => {
  event.preventDefault()
  const facts = byId('facts')
  const place = byId('calculated')
  if (!(facts instanceof HTMLTextAreaElement) || place === null) return
  try {
    const assessment = await post('/assessments', readFacts(facts.value))
    fill(
      place,
      document.documentElement.lang !== 'en' && yearCard(assessment),
      el(
        'details',
        { open: document.documentElement.lang === 'en' },
        el('summary', {}, 'JSON'),
        el('pre', {}, JSON.stringify(assessment, null, 2)),
      ),
    )
  } catch (error) {
    const problem = error instanceof Problem ? error : new Problem(0, { title: String(error) })
    fill(
      place,
      el(
        'section',
        { class: 'notice bad' },
        el('p', { class: 'strong' }, problem.message),
        el(
          'ul',
          {},
          ...problem.errors.map(({ pointer, detail }) => el('li', {}, el('code', {}, pointer), ` ${detail}`)),
        ),
      ),
    )
  }
})

await runPage({ session: 'optional' }, () => undefined)
