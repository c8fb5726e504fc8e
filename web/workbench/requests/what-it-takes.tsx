import { Facts } from '../parts/facts.tsx'
import { Panel } from '../parts/panel.tsx'
import { useSay } from '../preferences.tsx'
import type { RequestType } from './request-values.ts'
import { words } from './words.ts'

/** What is asked for and what will happen, said before anyone begins to fill in. */
export const WhatItTakes = ({ type }: { readonly type: RequestType }) => {
  const { say } = useSay(words)
  return (
    <Panel title={say.before_form}>
      <Facts
        of={(['conditions', 'papers', 'time', 'steps'] as const).map((part) => [
          say[part],
          say[`${part}_${type}`],
        ])}
      />
    </Panel>
  )
}
