/**
 * Replaces the modules by which antd and its icons write styles. Theirs add `<style>` elements, which the
 * content security policy stops; constructed style sheets (CSSOM) need no exception. Same names and
 * arguments.
 */

interface Adopted {
  readonly key: string
  readonly priority: number
  readonly sheet: CSSStyleSheet
  css: string
}

const adopted: Adopted[] = []

interface Options {
  readonly mark?: string
  /** Higher ones come later in the cascade; equal ones in the order they came. */
  readonly priority?: number
}

const keyOf = (key: string, { mark = '' }: Options): string => `${mark} ${key}`

/** Writes the style sheet of a key, or rewrites it. The element that it answers is never part of the page. */
export const updateCSS = (css: string, key: string, options: Options = {}): HTMLStyleElement => {
  const own = keyOf(key, options)
  const known = adopted.find((one) => one.key === own)
  if (known) {
    if (known.css !== css) known.sheet.replaceSync(css)
    known.css = css
  } else {
    const priority = options.priority ?? 0
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    const place = adopted.findLastIndex((one) => one.priority <= priority) + 1
    adopted.splice(place, 0, { key: own, priority, sheet, css })
    document.adoptedStyleSheets.splice(place, 0, sheet)
  }
  return document.createElement('style')
}

export const removeCSS = (key: string, options: Options = {}): void => {
  const place = adopted.findIndex((one) => one.key === keyOf(key, options))
  if (place < 0) return
  adopted.splice(place, 1)
  document.adoptedStyleSheets.splice(place, 1)
}

/** A style sheet that nobody will write anew. */
export const injectCSS = (css: string, options: Options = {}): HTMLStyleElement =>
  updateCSS(css, css, options)

/** antd's tests clear a cache here; there is none. */
export const clearContainerCache = (): void => {}

/** The icons ask whether they stand in a shadow tree of their own; here none do. */
export const getShadowRoot = (): null => null

/** The icons' warnings are for their developers. */
export const warningOnce = (): void => {}
