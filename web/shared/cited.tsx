import { cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react'
import { withCitations } from '../../rules/citations.ts'

/** Elements in which a link would be a link within a link, or no link at all. */
const CLOSED: readonly string[] = [
  'a',
  'button',
  'label',
  'option',
  'select',
  'textarea',
  'code',
  'summary',
  'h1',
  'h2',
]

const linked = (text: string): ReactNode => {
  const parts = withCitations(text)
  if (!parts.some(({ article }) => article !== undefined)) return text
  return (
    <>
      {parts.map(({ text: words, article }, nth) =>
        article === undefined ? (
          words
        ) : (
          // Beside the page, so that nothing that is being filled in is left.
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
          <a key={nth} href={`/articles/${article}`} target="_blank" rel="noopener">
            {words}
          </a>
        ),
      )}
    </>
  )
}

const walk = (node: ReactNode): ReactNode => {
  if (typeof node === 'string') return linked(node)
  if (Array.isArray(node)) return node.map(walk)
  if (!isValidElement<{ children?: ReactNode }>(node)) return node
  const isOpen = typeof node.type === 'string' ? !CLOSED.includes(node.type) : node.type === Fragment
  const { children } = node.props
  if (!isOpen || children === undefined) return node
  return Array.isArray(children)
    ? cloneElement(node, undefined, ...children.map(walk))
    : cloneElement(node, undefined, walk(children))
}

/**
 * Words with every article that they cite leading to its text, its interpretation and its rules. It sees what is
 * written here, elements within elements; components have it in themselves (panels, facts, notices, leads).
 */
export const Cited = ({ children }: { readonly children?: ReactNode }) =>
  Array.isArray(children) ? createElement(Fragment, undefined, ...children.map(walk)) : walk(children)
