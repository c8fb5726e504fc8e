import { useQueryClient } from '@tanstack/react-query'

/** After an act: the page of its matter, the lists of its kind and what is new are read again. */
export const useAfter = (lists: `/${string}`, id: string) => {
  const client = useQueryClient()
  return async (): Promise<void> => {
    for (const queryKey of [[lists], [`${lists}/{id}`, id], ['/news']])
      await client.invalidateQueries({ queryKey })
  }
}
