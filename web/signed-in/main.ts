import { chooseLanguage, chosenLanguage } from '../shared/language.ts'
import { isLarge, setLarge } from '../shared/large-text.ts'
import { finishSignIn, signIn } from '../shared/session.ts'

/** The page that the issuer sends people back to: it takes the session and goes on to where they were. */
const words = {
  zh: {
    busy: '正在登录…',
    title: '登录没有完成',
    text: '可能是登录页停留太久，或者在另一个窗口打开了。请再登录一次。',
    again: '重新登录',
    home: '回到首页',
  },
  en: {
    busy: 'Signing in…',
    title: 'You are not signed in yet',
    text: 'The sign-in page may have been open too long, or in another window. Please sign in once more.',
    again: 'Sign in again',
    home: 'To the start page',
  },
} as const

const language = chosenLanguage()
const say = words[language]
chooseLanguage(language)
setLarge(isLarge())

const failed = (place: HTMLElement): void => {
  const notice = document.createElement('div')
  notice.className = 'banner wait'
  notice.setAttribute('role', 'alert')
  const title = document.createElement('h1')
  title.textContent = say.title
  const text = document.createElement('p')
  text.textContent = say.text
  const actions = document.createElement('p')
  const again = document.createElement('button')
  again.className = 'primary'
  again.textContent = say.again
  again.addEventListener('click', () => void signIn({ returnTo: '/my' }))
  const home = document.createElement('a')
  home.className = 'button'
  home.href = '/'
  home.textContent = say.home
  actions.append(again, ' ', home)
  notice.append(title, text, actions)
  place.replaceChildren(notice)
}

const main = document.getElementById('main')
if (main) {
  main.textContent = say.busy
  finishSignIn().then(
    (place) => location.replace(place),
    () => failed(main),
  )
}
