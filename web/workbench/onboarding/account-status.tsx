import type { Account } from '../../shared/api/types.gen.ts'
import { StatusMark } from '../parts/status-mark.tsx'
import { usePreferences } from '../preferences.tsx'
import { accountStatus, statusTones } from './account-words.ts'

/** How an account stands, in words. */
export const AccountStatus = ({ of: status }: { readonly of: Account['status'] }) => {
  const { language } = usePreferences()
  return <StatusMark tone={statusTones[status]}>{accountStatus(status, language)}</StatusMark>
}
