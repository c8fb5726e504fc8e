import { Link } from 'react-router'
import { PageHead } from '../parts/page-head.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: { title: '没有这个页面', text: '地址可能有误，或者页面已经移走。', home: '回到首页' },
  en: {
    title: 'There is no such page',
    text: 'The address may be mistaken, or the page has moved.',
    home: 'To the start page',
  },
} as const

export const UnknownPage = () => {
  const { say } = useSay(words)
  return <PageHead title={say.title} lead={<p>{say.text}</p>} actions={<Link to="/">{say.home}</Link>} />
}
