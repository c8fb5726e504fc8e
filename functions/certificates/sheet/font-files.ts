import { createRequire } from 'node:module'
import { basename, join } from 'node:path'

/**
 * Where the fonts of certificates and papers lie. In the cloud they lie beside the bundle, in the folder `FONTS`
 * (`infra/bundles.ts`); elsewhere in their packages.
 */

const placeOf = (inPackage: string): string => {
  const { FONTS } = process.env
  return FONTS === undefined
    ? createRequire(import.meta.url).resolve(inPackage)
    : join(FONTS, basename(inPackage))
}

export const fontFiles = {
  /** What all text is set in: Noto Serif SC, 30,900 characters (15 MB). */
  text: (): string => placeOf('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  /** Of the ideographs beyond it, the file of a part of them: Hanazono Mincho, cut into 64 of the web's format (14 MB). */
  rare: (file: string): string => placeOf(`hanamin/${file}`),
  /** Mongolian script: Noto Sans Mongolian. */
  mongolian: (): string =>
    placeOf('@expo-google-fonts/noto-sans-mongolian/400Regular/NotoSansMongolian_400Regular.ttf'),
} as const
