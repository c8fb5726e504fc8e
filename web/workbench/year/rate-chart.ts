import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

echarts.use([BarChart, GridComponent, CanvasRenderer])

/** An organisation's part, 0 to 1; null where there is none. */
export interface Bar {
  readonly name: string
  readonly part: number | null
  /** As it is written beside the bar. */
  readonly label: string
}

const FONT = 14
const ROW = 30
const AXIS = 34

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** How high a chart of so many bars is, in pixels. */
export const heightOf = (bars: number): number => bars * ROW + AXIS

/**
 * Draws the bars into an element, as wide as it is. No tooltip: every number stands beside its bar and in the table.
 * @returns what takes the chart away again
 */
export const drawRates = (place: HTMLElement, bars: readonly Bar[]): (() => void) => {
  const chart = echarts.init(place, undefined, { renderer: 'canvas' })
  const draw = () => {
    const wide = place.clientWidth >= 520
    chart.resize()
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(place).fontFamily, fontSize: FONT },
      grid: { left: wide ? 190 : 118, right: 62, top: 4, bottom: AXIS - 6 },
      xAxis: {
        type: 'value',
        min: 0,
        max: 100,
        interval: wide ? 25 : 50,
        axisLabel: { formatter: '{value}%', color: token('--quiet'), fontSize: FONT },
        splitLine: { lineStyle: { color: token('--line') } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: token('--field') } },
        axisLabel: {
          color: token('--ink'),
          fontSize: FONT,
          interval: 0,
          width: wide ? 176 : 106,
          overflow: 'truncate',
        },
      },
      series: [
        {
          type: 'bar',
          silent: true,
          barWidth: 14,
          itemStyle: { color: token('--accent') },
          data: bars.map(({ part, label }) => ({
            value: part === null ? 0 : part * 100,
            label: { show: true, position: 'right', color: token('--ink'), fontSize: FONT, formatter: label },
          })),
        },
      ],
    })
  }
  draw()
  const watched = new ResizeObserver(draw)
  watched.observe(place)
  return () => {
    watched.disconnect()
    chart.dispose()
  }
}
