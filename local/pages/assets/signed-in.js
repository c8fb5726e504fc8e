// @ts-check
import { button, fill, linkButton, notice } from './dom.js'
import { main } from './page.js'
import { finishSignIn, signIn } from './session.js'

try {
  location.replace(await finishSignIn())
} catch (error) {
  console.error(error)
  fill(
    main,
    notice({
      tone: 'wait',
      title: '登录没有完成',
      text: '可能是登录页停留太久，或者在另一个窗口打开了。请再登录一次。',
      next: [button('重新登录', () => signIn({ returnTo: '/my' }), 'primary'), linkButton('/', '回到首页')],
    }),
  )
}
