import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { brand, region } from '../../../functions/platform/words.ts'
import { config } from '../../shared/config.ts'
import { day } from '../../shared/dates.ts'
import { accessToken, signIn, signOut } from '../../shared/session.ts'
import { meQuery } from '../me.ts'
import { fill, usePreferences, useSay } from '../preferences.tsx'
import { Bell } from './bell.tsx'
import { Navigation } from './navigation.tsx'

const words = {
  zh: {
    skip: '跳到主要内容',
    region: region.zh,
    brand: brand.zh,
    menu: '菜单',
    ways: '主导航',
    large: '大字',
    other: 'English',
    signIn: '登录',
    signOut: '退出',
    foot: '对认定结果有异议的，可向人事综合管理部门反映。',
    api: '接口说明',
    complain: '投诉举报',
    ask: '政策咨询',
    inbox: '演示收件箱',
    printed: '{name}于{day}打印',
  },
  en: {
    skip: 'Skip to the main content',
    region: region.en,
    brand: brand.en,
    menu: 'Menu',
    ways: 'Main navigation',
    large: 'Large text',
    other: '中文',
    signIn: 'Sign in',
    signOut: 'Sign out',
    foot: 'If you disagree with a result, turn to your personnel authority.',
    api: 'API',
    complain: 'Complain',
    ask: 'Ask about the rules',
    inbox: 'Inbox of the demonstration',
    printed: 'printed by {name} on {day}',
  },
} as const

const Account = () => {
  const { say } = useSay(words)
  const { data: me } = useQuery({ ...meQuery, enabled: accessToken() !== undefined })
  return me ? (
    <>
      <Bell />
      <Link className="account" to="/account">
        {me.name}
      </Link>
      <button type="button" onClick={() => void signOut()}>
        {say.signOut}
      </button>
    </>
  ) : (
    <button type="button" onClick={() => void signIn({ returnTo: '/my' })}>
      {say.signIn}
    </button>
  )
}

/** What stands at the head of a printed page: whose platform, who printed it, and when. */
const PrintHead = () => {
  const { say, language } = useSay(words)
  const { data: me } = useQuery({ ...meQuery, enabled: accessToken() !== undefined })
  return (
    <p className="print-only">
      {say.region} {say.brand}
      {me && ` · ${fill(say.printed, { name: me.name, day: day(me.today, language) })}`}
    </p>
  )
}

const Foot = () => {
  const { say } = useSay(words)
  const { pathname } = useLocation()
  const { data } = useQuery({ queryKey: ['config'], queryFn: config, staleTime: Number.POSITIVE_INFINITY })
  return (
    <footer className="wide">
      <p>{say.foot}</p>
      <p>
        <Link to="/complaints/new" state={{ from: pathname }}>
          {say.complain}
        </Link>
        <Link to="/questions/new" state={{ from: pathname }}>
          {say.ask}
        </Link>
        <a href="/docs">{say.api}</a>
        {data?.inbox && <a href={data.inbox}>{say.inbox}</a>}
      </p>
    </footer>
  )
}

/** The frame of every page: who, where to, and what a reader may set. */
export const Frame = () => {
  const { say, language } = useSay(words)
  const { isLarge, setLarge, setLanguage } = usePreferences()
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  const isBusy = useNavigation().state !== 'idle'
  const main = useRef<HTMLElement>(null)
  const last = useRef(pathname)
  useEffect(() => {
    setOpen(false)
    // On another page the focus goes to its beginning, for readers by ear or keyboard.
    if (last.current !== pathname) main.current?.focus({ preventScroll: true })
    last.current = pathname
  }, [pathname])
  return (
    <>
      <a className="skip" href="#main">
        {say.skip}
      </a>
      <header className="top">
        <div className="wide">
          <Link className="brand" to={accessToken() === undefined ? '/' : '/my'}>
            <span className="region">{say.region}</span> {say.brand}
          </Link>
          <div className="tools">
            <button
              type="button"
              className="menu"
              aria-expanded={isOpen}
              aria-controls="ways"
              onClick={() => setOpen(!isOpen)}
            >
              {say.menu}
            </button>
            <button type="button" aria-pressed={isLarge} onClick={() => setLarge(!isLarge)}>
              {say.large}
            </button>
            <button
              type="button"
              lang={language === 'zh' ? 'en' : 'zh-CN'}
              onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
            >
              {say.other}
            </button>
            <Account />
          </div>
        </div>
      </header>
      <div className="wide body">
        <PrintHead />
        <nav id="ways" className={isOpen ? 'ways open' : 'ways'} aria-label={say.ways}>
          <Navigation />
        </nav>
        <main id="main" tabIndex={-1} ref={main} aria-busy={isBusy}>
          <Outlet />
        </main>
      </div>
      <Foot />
      <ScrollRestoration />
    </>
  )
}
