const isHeic = ({ name, type }: File): boolean => /\.hei[cf]$/i.test(name) || /^image\/hei[cf]$/.test(type)

/** Whether a photograph has to be made anew, smaller or as a JPEG, before it can be sent. */
export const needsMaking = (file: File, limit: number): boolean =>
  isHeic(file) || (file.size > limit && /^image\/(jpeg|png)$/.test(file.type))
