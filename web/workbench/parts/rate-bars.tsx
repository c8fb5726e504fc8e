import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { enumerate, fill } from '../../shared/fill.ts'
import { usePreferences, useSay } from '../preferences.tsx'
import type { Bar } from '../year/rate-chart.ts'

const words = {
  zh: { chart: '条形图，各行的完成率：{rows}。' },
  en: { chart: 'Bar chart of the part that is complete: {rows}.' },
} as const

interface RateBarsProps {
  readonly bars: readonly Bar[]
  readonly className?: string | undefined
}

/** Rates as bars, beside a table that has every number: where the chart can't be fetched, its place stays empty. */
export const RateBars = ({ bars, className }: RateBarsProps) => {
  const { say, language } = useSay(words)
  const { isLarge } = usePreferences()
  const place = useRef<HTMLDivElement>(null)
  // Its library is fetched where a chart is drawn, and there alone.
  const { data: drawing } = useQuery({
    queryKey: ['rate-chart'],
    queryFn: () => import('../year/rate-chart.ts'),
    staleTime: Number.POSITIVE_INFINITY,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: large letters change the colours that are drawn with
  useEffect(
    () => (drawing && place.current ? drawing.drawRates(place.current, bars) : undefined),
    [drawing, bars, isLarge],
  )
  const rows = enumerate(
    bars.map(({ name, label }) => `${name} ${label}`),
    language,
  )
  return (
    <div
      ref={place}
      role="img"
      className={className}
      aria-label={fill(say.chart, { rows })}
      style={drawing && { height: drawing.heightOf(bars.length) }}
    />
  )
}
