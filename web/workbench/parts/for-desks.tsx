import type { ReactNode } from 'react'
import { has, useMe } from '../me.ts'
import { useSay } from '../preferences.tsx'
import { Notice } from './notice.tsx'

const words = {
  zh: {
    title: '这里由主管部门和人事综合管理部门的工作人员办理',
    text: '您的账号没有这些部门的席位，没有可以在这里办理的事项。',
  },
  en: {
    title: 'This is dealt with by departments and personnel authorities',
    text: 'Your account has no seat at one of these: there is nothing for you to do here.',
  },
} as const

/** What departments and authorities deal with: whoever sits at none is told so in a sentence, not by what the API refuses. */
export const ForDesks = ({ children }: { readonly children: ReactNode }) => {
  const { say } = useSay(words)
  if (has(useMe(), 'department', 'authority')) return children
  return (
    <Notice tone="wait" title={say.title}>
      <p>{say.text}</p>
    </Notice>
  )
}
