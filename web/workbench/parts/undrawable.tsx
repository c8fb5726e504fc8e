import { fill, useSay } from '../preferences.tsx'
import { Notice } from './notice.tsx'

const words = {
  zh: {
    title: '名称里有证书印不出的字',
    text: '“{characters}”在证书使用的字体里都没有，这样不能生成培训合格证书。请核对用字（例如自造字、私用区的字），改为规范汉字；读写没有错的，请与平台的运行维护联系增补字体。',
  },
  en: {
    title: 'No certificate can print this name',
    text: 'No font of certificates has “{characters}”, so no certificate will be issued. Please look at how the name is written (a private character, for one) and write it in standard ones; where it is right, ask the operators of the platform for a font that has it.',
  },
} as const

/** Tells whoever registers a name what no certificate can print of it. */
export const Undrawable = ({ of: characters }: { readonly of: readonly string[] }) => {
  const { say } = useSay(words)
  return (
    characters.length > 0 && (
      <Notice tone="wait" title={say.title}>
        <p>{fill(say.text, { characters: characters.join(' ') })}</p>
      </Notice>
    )
  )
}
