import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../shared/api/client.ts'
import type { FindOrganisationsBody } from '../../shared/api/types.gen.ts'

/** A search begins with so many letters, and when nobody has typed for so long. */
export const LEAST = 2
const PAUSE = 300

/** What was typed, once whoever types has paused. */
export const usePaused = (typed: string): string => {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const waiting = setTimeout(() => setPaused(typed), PAUSE)
    return () => clearTimeout(waiting)
  }, [typed])
  return paused
}

/** Organisations by a part of their name, at any level below one or below one's own; nothing while little is typed. */
export const useOrganisations = (typed: string, where: Omit<FindOrganisationsBody, 'text'> = {}) => {
  const text = usePaused(typed).trim()
  return useQuery({
    // What is looked for travels in the body, and stands in no address.
    queryKey: ['/search/organisations', text, where],
    queryFn: () => post('/search/organisations', { body: { ...where, text } }),
    enabled: text.length >= LEAST,
    staleTime: 60_000,
  })
}
