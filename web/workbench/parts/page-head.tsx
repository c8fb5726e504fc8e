import { type ReactNode, useEffect } from 'react'
import { Link } from 'react-router'
import { Cited } from '../../shared/cited.tsx'
import { useSay } from '../preferences.tsx'

const words = {
  zh: { platform: '内蒙古自治区事业单位工作人员培训综合管理平台' },
  en: { platform: 'Inner Mongolia training platform' },
} as const

export interface PageHeadProps {
  readonly title: string
  /** A line above the title that leads back. */
  readonly back?: { readonly to: string; readonly label: string }
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

/** The page's one heading, its name in the browser, and what can be done here first. */
export const PageHead = ({ title, back, lead, actions }: PageHeadProps) => {
  const { say } = useSay(words)
  useEffect(() => {
    document.title = `${title} · ${say.platform}`
  }, [title, say])
  return (
    <header className="page-head">
      <div>
        {back && (
          <p className="back">
            <Link to={back.to}>{back.label}</Link>
          </p>
        )}
        <h1>{title}</h1>
        {lead && (
          <div className="lead">
            <Cited>{lead}</Cited>
          </div>
        )}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </header>
  )
}
