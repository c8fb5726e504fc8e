/** A register as its page saves it: `test/web/units/register-file.test.ts` holds the page to it, a store's test the import. */
export const savedRegister = {
  zh: [
    '\uFEFF工号,姓名,岗位类别,聘用日期,领导人员,在册',
    'LEADS,名leads,专业技术岗位,2019-03-18,是,是',
    'WORKS,名works,工勤技能岗位,2019-03-18,否,是',
    'LEFT,名left,专业技术岗位,2019-03-18,否,否',
    '',
  ].join('\r\n'),
  en: [
    '\uFEFFStaff number,Name,Type of post,Hired on,Leader,On register',
    'LEADS,名leads,professional,2019-03-18,yes,yes',
    'WORKS,名works,worker,2019-03-18,no,yes',
    'LEFT,名left,professional,2019-03-18,no,no',
    '',
  ].join('\r\n'),
} as const
