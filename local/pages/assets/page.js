// @ts-check
import { get, Problem } from './api.js'
import { button, el, fill, linkButton, notice } from './dom.js'
import { accessToken, dropSession, signIn, signOut } from './session.js'

/**
 * @typedef {{ id: string, name: string, staffId: string | null, roles: { role: string, organisation: { id: string, name: string } }[] }} Me
 */

export const main = /** @type {HTMLElement} */ (document.getElementById('main'))
const account = /** @type {HTMLElement} */ (document.getElementById('account'))

const english = document.documentElement.lang === 'en'

/**
 * Who is signed in, at the head of the page.
 * @param {Me | undefined} me
 */
const showAccount = (me) =>
  me
    ? fill(
        account,
        el('span', { class: 'me' }, me.name),
        button(english ? 'Sign out' : '退出', signOut, 'plain'),
      )
    : fill(
        account,
        button(
          english ? 'Sign in' : '登录',
          () => signIn({ returnTo: /^\/(zh|en)?$/.test(location.pathname) ? '/my' : location.pathname }),
          'plain',
        ),
      )

const again = () => button('换个账号登录', () => signIn({ another: true }))
const reload = () => button('重新读取', () => location.reload(), 'primary')

/** @param {Problem} problem */
const trackingLine = (problem) =>
  problem.tracking !== '' &&
  el(
    'p',
    { class: 'quiet' },
    '跟踪号 ',
    el('code', { class: 'copyable' }, problem.tracking),
    '（联系管理员时请提供）',
  )

/**
 * What stands where something cannot be shown or done: each cause in its own calm words, with the next step.
 * @param {unknown} error
 */
export const problemNotice = (error) => {
  if (!(error instanceof Problem)) {
    console.error(error)
    return notice({
      tone: 'bad',
      title: '页面出现故障',
      text: '请重新打开本页；仍不行请联系管理员。',
      next: [reload()],
    })
  }
  switch (error.status) {
    case 401:
      dropSession()
      return notice({
        tone: 'wait',
        title: '登录已过期',
        text: '为保护您的信息，登录一段时间后会自动失效。重新登录后会回到这一页。',
        next: [button('重新登录', () => signIn(), 'primary')],
      })
    case 403:
      return notice({
        tone: 'wait',
        title: '当前账号不能办理',
        text: [error.message, trackingLine(error) || ''],
        next: [again(), linkButton('/my', '回到我的培训')],
      })
    case 404:
      return notice({
        title: '没有找到，或您无权查看',
        text: '请核对链接是否完整。如果这件事项由您的另一个账号办理，请换账号登录。',
        next: [linkButton('/my', '回到我的培训', 'primary'), again()],
      })
    case 409:
      return notice({
        tone: 'wait',
        title: '现在不能这样办理',
        text: error.message,
        next: [button('查看最新情况', () => location.reload())],
      })
    default:
      return notice({
        tone: 'bad',
        title: '没有成功',
        text: [error.message, trackingLine(error) || ''],
        next: [reload()],
      })
  }
}

/**
 * Puts a message into a live place, and the keyboard with it.
 * @param {Element} place
 * @param {HTMLElement} message
 */
export const show = (place, message) => {
  fill(place, message)
  message.focus()
}

/**
 * Runs a page. One that needs a session and has none leaves for the sign-in page at once and comes back here.
 * @param {{ session: 'needed' | 'optional' }} options
 * @param {(me: Me | undefined) => unknown} build
 */
export const runPage = async ({ session }, build) => {
  try {
    if (!accessToken()) {
      showAccount(undefined)
      if (session === 'needed') {
        await signIn()
        return
      }
      await build(undefined)
      return
    }
    /** @type {Me | undefined} */
    let me
    try {
      me = await get('/me')
    } catch (error) {
      // A page for everyone does not fail because a session has run out.
      if (session === 'needed') throw error
      if (error instanceof Problem && error.status === 401) dropSession()
    }
    showAccount(me)
    await build(me)
  } catch (error) {
    fill(main, problemNotice(error))
  }
}

/**
 * A page for someone who is signed in.
 * @param {(me: Me) => unknown} build
 */
export const runSignedIn = (build) => runPage({ session: 'needed' }, (me) => me && build(me))

/** The last segment of this page's path. */
export const subject = () => decodeURIComponent(location.pathname.split('/')[2] ?? '')
