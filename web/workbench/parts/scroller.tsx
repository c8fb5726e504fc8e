import type { ReactNode } from 'react'

/** What is too wide for a small screen moves sideways in here, by keyboard too, and never the page itself. */
export const Scroller = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must do so by keyboard too
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not a table
  <div className="scroller" role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
)
