import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import * as z from 'zod'
import { environment } from './environment.ts'

const SmtpSettings = z.object({
  host: z.string().min(1),
  port: z.coerce.number().int().positive(),
  /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
  secure: z.boolean().default(false),
  from: z.email(),
  user: z.string().optional(),
  password: z.string().optional(),
})
export type SmtpSettings = z.infer<typeof SmtpSettings>

/** The mail server's settings from their secret: China has no SES, so mail is plain SMTP everywhere. */
export const smtpSettings = async (): Promise<SmtpSettings> => {
  const secret = await new SecretsManagerClient().send(
    new GetSecretValueCommand({ SecretId: environment('SMTP_SECRET') }),
  )
  return SmtpSettings.parse(JSON.parse(secret.SecretString ?? '{}'))
}
