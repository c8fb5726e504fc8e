import type { Chance } from './chance.ts'

const surnames = [...'李王张刘陈杨赵黄周吴徐孙马朱胡郭何高林郑白包云康乔']
const givenNames =
  '志强 建华 晓燕 丽娟 海波 秀兰 文杰 雪梅 永刚 春花 俊峰 晓红 立军 玉梅 国庆 婷 磊 敏 静 浩然 思远 雨桐 瑞 佳琪 云飞 慧 鹏程 美玲'.split(
    ' ',
  )
const mongolianNames =
  '其其格 巴特尔 苏和 乌兰 娜仁 朝鲁 宝音 布和 萨仁 哈斯 那日苏 阿古拉 呼斯楞 高娃 额尔敦 图娅 乌日娜 莫日根 敖特根 塔娜 金花 特木尔 阿茹娜 牧仁 海日罕'.split(
    ' ',
  )
const fatherNames = '巴雅尔 宝力德 乌力吉 达尔罕 吉日嘎拉 毕力格 僧格 道尔吉'.split(' ')

/** A name as people of the region bear it: of nobody in particular. */
export const nameBy = (chance: Chance): string => {
  if (!chance.percent(30)) return `${chance.pick(surnames)}${chance.pick(givenNames)}`
  const own = chance.pick(mongolianNames)
  return chance.percent(25) ? `${chance.pick(fatherNames)}·${own}` : own
}
