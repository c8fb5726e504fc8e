/** A login as people type it, such as `new.person` or an address: whoever types it is taken for its owner. */
export const isLogin = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u.test(text)
