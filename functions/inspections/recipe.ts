import { inspectionTerms } from '../../rules/inspections.ts'
import type { Language } from '../platform/language.ts'

const hoursADay = inspectionTerms.likelyTenthsADay / 10

/**
 * How anybody redraws a sample by hand, step by step, from what its document holds. `test/store/redraw.ts` does exactly
 * this.
 */
export const recipe: Readonly<Record<Language, string[]>> = {
  zh: [
    '核对种子：种子（十六进制文字）的 SHA-256 应等于发起时公布的承诺值（commitment）。',
    '核对名单：把 frame 中各行的 name 按字符顺序排列，每行一个，行间用换行符（\\n）连接，末尾不加换行，其 SHA-256 应等于 frameHash。',
    `核对线索：unlikely 为线上学时除以天数大于 ${hoursADay}；outlier 为学时大于同一方式（线上、线下分开）的上四分位数加 1.5 倍四分位距（四分位数在相邻两数之间按比例取值，不足 ${inspectionTerms.usualFrom} 条的不计算；学时以 0.1 为单位取整数计算），界限见 outlierAbove；twin（同一人、日期相交、名称或机构相同的另一次培训）和 at_once（线上推送直接认定）来自台账，列在各行的 signs 里。`,
    "计算签号：每个 name 的签号是“种子、一个换行符、name”连接后的 SHA-256（十六进制，小写）。命令行：printf '种子\\nname' | sha256sum。",
    '按线索抽取：signs 不为空的各行，按签号从小到大取前 bySign 条；不足的全取。',
    '随机抽取：其余的各行（包括有线索但没有取到的），按签号从小到大取前 byLot 条；不足的全取。随机抽到的不注明线索。',
  ],
  en: [
    'The seed: SHA-256 of the seed (its hexadecimal text) is the commitment that was told when the draw was ordered.',
    'The frame: the names of all rows in the order of their characters, a line feed (\\n) between two and none at the end; SHA-256 of that is frameHash.',
    `The signs: unlikely are online hours of more than ${hoursADay} a day; outlier are hours above the upper quartile and one and a half times the distance of the quartiles of the same mode (quartiles lie between their neighbours in proportion; none below ${inspectionTerms.usualFrom} rows; reckoned in whole tenths of an hour), see outlierAbove; twin (another training of the person on these days, of this title or provider) and at_once (recognised at once from a feed) come from the ledger and stand in each row’s signs.`,
    "The lots: SHA-256 (hexadecimal, lower case) of the seed, a line feed and the name: printf 'SEED\\nNAME' | sha256sum.",
    'By signs: of the rows with signs the first bySign by their lots; all of them where there are fewer.',
    'By lot: of all other rows, those with signs that were not taken included, the first byLot by their lots; all of them where there are fewer. What is drawn by lot has no sign said of it.',
  ],
}
