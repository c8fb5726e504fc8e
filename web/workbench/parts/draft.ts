import type { FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { useMe } from '../me.ts'

/**
 * A form that saves itself while it is filled in, on this machine and for this account, until it is sent or
 * emptied (`drop`). The end of a session loses nothing; signing out removes the drafts.
 */
export const useDraft = <Values extends object>(name: string, form: FormInstance<Values>) => {
  const key = `draft ${useMe().id} ${name}`
  const [isRestored, setRestored] = useState(false)
  useEffect(() => {
    const kept = localStorage.getItem(key)
    if (kept === null) return
    try {
      form.setFieldsValue(JSON.parse(kept))
      setRestored(true)
    } catch {
      localStorage.removeItem(key)
    }
  }, [key, form])
  return {
    /** What is in the form was typed earlier. */
    isRestored,
    save: () => localStorage.setItem(key, JSON.stringify(form.getFieldsValue(true))),
    drop: () => {
      localStorage.removeItem(key)
      setRestored(false)
    },
  }
}
