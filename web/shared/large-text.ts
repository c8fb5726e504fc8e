const KEY = 'large-text'

/** Whether pages are shown in large letters, with more contrast. */
export const isLarge = (): boolean => localStorage.getItem(KEY) === 'yes'

export const setLarge = (large: boolean): void => {
  localStorage.setItem(KEY, large ? 'yes' : 'no')
  document.documentElement.classList.toggle('large', large)
}
