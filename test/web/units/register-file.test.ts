import { expect, test } from 'vitest'
import { registerFile } from '../../../web/workbench/institution/register-file.ts'
import { savedRegister } from '../../register-file.ts'

const hiredOn = '2019-03-18'

test.each(['zh', 'en'] as const)(
  'the register is saved in the words that its import reads (%s)',
  (language) => {
    const persons = [
      {
        staffNo: 'LEADS',
        name: '名leads',
        postType: 'professional',
        hiredOn,
        leader: true,
        onRegister: true,
      },
      { staffNo: 'WORKS', name: '名works', postType: 'worker', hiredOn, leader: false, onRegister: true },
      {
        staffNo: 'LEFT',
        name: '名left',
        postType: 'professional',
        hiredOn,
        leader: false,
        onRegister: false,
      },
    ] as const
    expect(registerFile(persons, language)).toBe(savedRegister[language])
  },
)
