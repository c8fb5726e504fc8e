import { chooseLanguage, chosenLanguage } from '../shared/language.ts'
import { isLarge, setLarge } from '../shared/large-text.ts'
import { codeInAddress, groupedCode, normalCode } from './code.ts'
import { type LookUp, lookUp } from './look-up.ts'
import { resultNodes } from './result.ts'
import { words } from './words.ts'

const part = <T extends HTMLElement>(id: string, type: new () => T): T => {
  const found = document.getElementById(id)
  if (found instanceof type) return found
  throw new TypeError(`The page has no ${id}.`)
}

const form = part('form', HTMLFormElement)
const input = part('code', HTMLInputElement)
const fault = part('fault', HTMLElement)
const result = part('result', HTMLElement)
const large = part('large', HTMLButtonElement)
const language = part('language', HTMLButtonElement)
const submit = form.querySelector('button')

let say = words[chosenLanguage()]
let shown: LookUp | undefined
let isEmpty = false
/** Numbers the look-ups, so that a late answer to an earlier one is not shown. */
let asked = 0

const show = () => {
  result.replaceChildren(...(shown ? resultNodes(shown, say, () => void check()) : []))
  fault.textContent = isEmpty ? say.empty : ''
  input.toggleAttribute('aria-invalid', false)
  if (isEmpty) input.setAttribute('aria-invalid', 'true')
}

const speak = () => {
  say = words[chosenLanguage()]
  chooseLanguage(chosenLanguage())
  for (const one of document.querySelectorAll<HTMLElement>('[data-say]'))
    one.textContent = say[(one.dataset.say ?? 'title') as keyof typeof say]
  document.title = `${say.title} · ${say.region} ${say.brand}`
  language.textContent = say === words.zh ? 'English' : '中文'
  language.lang = say === words.zh ? 'en' : 'zh-CN'
  show()
}

/** The footer's link tells which certificate was looked at, behind the `#`, which is sent to nobody. */
const complain = document.querySelector<HTMLAnchorElement>('a[data-say="complain"]')
const keepInLink = () => {
  if (complain) complain.hash = location.pathname
}

const check = async (): Promise<void> => {
  const code = normalCode(input.value)
  isEmpty = code === ''
  shown = undefined
  show()
  if (isEmpty) return input.focus()
  asked += 1
  const mine = asked
  input.value = groupedCode(code)
  history.replaceState(null, '', `/verify/${encodeURIComponent(groupedCode(code))}`)
  keepInLink()
  submit?.setAttribute('disabled', '')
  result.textContent = say.checking
  const looked = await lookUp(code)
  if (mine !== asked) return
  submit?.removeAttribute('disabled')
  shown = looked
  show()
  result.focus({ preventScroll: false })
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  void check()
})
language.addEventListener('click', () => {
  chooseLanguage(chosenLanguage() === 'zh' ? 'en' : 'zh')
  speak()
})
large.addEventListener('click', () => {
  setLarge(!isLarge())
  large.setAttribute('aria-pressed', String(isLarge()))
})

setLarge(isLarge())
large.setAttribute('aria-pressed', String(isLarge()))
speak()
input.value = codeInAddress(location)
if (input.value === '') input.focus()
else void check()
