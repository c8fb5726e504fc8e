import type { ReactNode } from 'react'

/**
 * Content that is too wide for a small screen scrolls in here, by keyboard too, so that the page does not.
 */
export const Scroller = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what moves sideways must do so by keyboard too
  // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not a table
  <div className="scroller" role="group" tabIndex={0} aria-label={label}>
    {children}
  </div>
)
