import type { Text } from '../platform/language.ts'

export const reorganisationFaults = {
  institutionsAlone: {
    zh: '只有事业单位（机关）名册上的人员可以整体转入；部门的隶属关系请在其登记页修改。',
    en: 'Only bodies that keep a register are merged; the place of an office is changed on its own page.',
  },
  noOther: {
    zh: '请选择另一个事业单位；它不能已并入别的单位。',
    en: 'Choose another institution, one that was not merged itself.',
  },
  otherPopulation: {
    zh: '机关名册和事业单位名册的人员适用不同规定（第四十七条），不能整体并入；请逐人办理调动。',
    en: 'Rules differ for the register of an organ and of an institution (Art. 47): move people one by one.',
  },
  outOfTime: { zh: '请填写今天或以前的日期。', en: 'Give a day that is not after today.' },
  notThere: { zh: '这个人不在本单位名册上。', en: 'They are not on this register.' },
  otherAct: {
    zh: '这个单位正在并入另一个单位，不能再改并入的对象。',
    en: 'It is being merged into another institution already.',
  },
} as const satisfies Record<string, Text>
