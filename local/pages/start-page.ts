import { escapeHtml, type Language } from './document.ts'

/** Someone whom the demonstration lets sign in. */
export interface DemoAccount {
  readonly id: string
  readonly name: string
  /** What they are here, such as `青城实验中学，专业技术岗位`. */
  readonly title: string
}

const words = {
  zh: {
    title: '把培训学时办得清楚、省心',
    lead: '工作人员申报学时，单位登记，主管部门和人事综合管理部门认定；达到规定学时，合格证书自动生成，任何人都可以验证。下面的一切都在这台机器上运行，可以放心试用。',
    enter: '进入我的培训',
    inbox: '看看系统发出的邮件',
    accounts: '演示账号',
    accountsLead: '登录页会列出这些账号，点一下即可登录，不需要密码。',
    account: '账号',
    who: '姓名',
    role: '身份',
    signIn: '登录',
    verify: '验证一张证书',
    verifyLead: '输入证书上的验证码，大小写、连字符都不要紧。',
    code: '验证码',
    check: '验证',
    calculator: '学时试算',
    calculatorLead: '任何人都可以用，不登录，也不保存。改一改下面的事实，看看这一年算下来是什么结果。',
    facts: '一个人一年的事实（JSON）',
    assess: '试算',
    more: '开发者入口',
    docs: '接口说明',
    docsLead: '每个接口的用途、参数和返回内容',
    openapi: 'OpenAPI 文档',
    openapiLead: '由校验请求的同一份定义生成',
    clock: '系统时钟',
    clockLead: '本机的时钟可以向前拨，看看期限到了会怎样',
    executions: '流程运行记录',
    executionsLead: '每个流程走到了哪一步',
    other: '<a href="/en" lang="en" hreflang="en">English</a>',
  },
  en: {
    title: 'Training hours, settled clearly',
    lead: 'Staff claim hours, the institution registers them, the departments recognise them; when the obligation is reached a certificate arises by itself, and anyone may verify it. All of it runs on this machine.',
    enter: 'Open my training',
    inbox: 'See the mail that was sent',
    accounts: 'Demo accounts',
    accountsLead:
      'The sign-in page lists them. One click signs in, there is no password. The pages behind it are in Chinese.',
    account: 'Account',
    who: 'Name',
    role: 'Who',
    signIn: 'Sign in',
    verify: 'Verify a certificate',
    verifyLead: 'Enter the code printed on it, in any case, with or without hyphens.',
    code: 'Code',
    check: 'Verify',
    calculator: 'Try the calculator',
    calculatorLead: 'Open to anyone; it stores nothing. Change the facts and see what the year amounts to.',
    facts: "One person's year (JSON)",
    assess: 'Calculate',
    more: 'For developers',
    docs: 'API description',
    docsLead: 'Every call, its parameters and answers',
    openapi: 'OpenAPI document',
    openapiLead: 'Generated from the schemas that validate the calls',
    clock: 'The clock',
    clockLead: 'It can be moved forward, to see what falls due',
    executions: 'Executions',
    executionsLead: 'Where every workflow stands',
    other: '<a href="/zh" lang="zh-CN" hreflang="zh-CN">中文</a>',
  },
} as const satisfies Record<Language, Record<string, string>>

const EXAMPLE = {
  year: 2026,
  asOf: '2026-12-31',
  person: { postType: 'professional', hiredOn: '2019-08-01' },
  credits: [
    {
      id: 'c1',
      subject: 'public',
      category: 'in_service',
      mode: 'offline',
      from: '2026-05-11',
      to: '2026-05-14',
      halfDays: 8,
    },
    {
      id: 'c2',
      subject: 'professional',
      category: 'in_service',
      mode: 'online',
      from: '2026-06-01',
      to: '2026-06-30',
      hours: 52.5,
    },
  ],
}

export const startTitle: Readonly<Record<Language, string>> = { zh: '首页', en: 'Start' }

/** What this is, who may be tried, and where to begin. */
export const startPage = (accounts: readonly DemoAccount[], language: Language): string => {
  const say = words[language]
  const rows = accounts
    .map(
      ({ id, name, title }) =>
        `<li><span class="who">${escapeHtml(name)}</span><span class="post">${escapeHtml(title)}</span><code>${escapeHtml(id)}</code><button class="plain" type="button" data-account="${escapeHtml(id)}" aria-label="${say.signIn} ${escapeHtml(name)}">${say.signIn}</button></li>`,
    )
    .join('\n')
  const tool = (href: string, label: string, text: string) =>
    `<li><a href="${href}">${label}</a><span class="quiet">${text}</span></li>`
  return `<section class="hero">
<p class="switch">${say.other}</p>
<h1>${say.title}</h1>
<p class="lead">${say.lead}</p>
<p class="actions"><a class="button primary" href="/my">${say.enter}</a><a class="button" href="/local/mail">${say.inbox}</a></p>
</section>
<section class="card" aria-labelledby="accounts"><h2 id="accounts">${say.accounts}</h2><p class="quiet">${say.accountsLead}</p>
<ul class="accounts">
${rows}
</ul></section>
<div class="pair">
<section class="card" aria-labelledby="verify"><h2 id="verify">${say.verify}</h2><p class="quiet">${say.verifyLead}</p>
<form id="verify-form" action="/verify" class="inline"><label for="code">${say.code}</label><input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="60" required><button class="button primary" type="submit">${say.check}</button></form>
</section>
<section class="card" aria-labelledby="more"><h2 id="more">${say.more}</h2>
<ul class="tools">
${tool('/docs', say.docs, say.docsLead)}
${tool('/api/openapi.json', say.openapi, say.openapiLead)}
${tool('/local/clock', say.clock, say.clockLead)}
${tool('/local/executions', say.executions, say.executionsLead)}
</ul></section>
</div>
<section class="card" aria-labelledby="calculator"><h2 id="calculator">${say.calculator}</h2><p class="quiet">${say.calculatorLead}</p>
<form id="calculator-form"><label for="facts">${say.facts}</label>
<textarea id="facts" class="code" rows="12" spellcheck="false">${escapeHtml(JSON.stringify(EXAMPLE, null, 2))}</textarea>
<button class="button primary" type="submit">${say.assess}</button></form>
<div id="calculated" aria-live="polite"></div>
<p class="quiet"><code>POST /api/assessments</code></p></section>`
}
