import { type ReactNode, useId } from 'react'
import { Cited } from '../../shared/cited.tsx'

export interface PanelProps {
  readonly title: string
  /** Beside the title. */
  readonly actions?: ReactNode
  /** By which links of the page lead to it. */
  readonly anchor?: string
  readonly children: ReactNode
}

/** A part of a page with its heading. */
export const Panel = ({ title, actions, anchor, children }: PanelProps) => {
  const id = useId()
  return (
    <section className="panel" id={anchor} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {actions && <div className="actions">{actions}</div>}
      </div>
      <Cited>{children}</Cited>
    </section>
  )
}

export interface EmptyProps {
  readonly children: ReactNode
  /** The next thing to do, where there is one. */
  readonly action?: ReactNode
}

/** Nothing is here: said in a sentence, with what to do about it. */
export const Empty = ({ children, action }: EmptyProps) => (
  <div className="empty">
    <p>
      <Cited>{children}</Cited>
    </p>
    {action}
  </div>
)
