import { type App, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { acknowledgeFindings, acknowledgeWebSite } from './acknowledged.ts'
import { type CodeOf, PlatformStack } from './platform-stack.ts'
import type { Settings } from './settings.ts'
import { WebSiteStack } from './web-site-stack.ts'

/** Where a stack goes in China when no region is named. */
const CHINA = 'cn-north-1'

/** Puts the platform into an app, with the checks that its synthesis must pass. */
export const buildPlatform = (app: App, settings: Settings, code: CodeOf): PlatformStack => {
  const region = settings.region ?? (settings.partition === 'aws-cn' ? CHINA : undefined)
  const stack = new PlatformStack(app, 'TrainingPlatform', {
    description: 'Training requests, decisions, ledgers and certificates',
    stackName: 'training-platform',
    terminationProtection: settings.environment === 'production',
    ...(region === undefined ? {} : { env: { region } }),
    settings,
    code,
  })
  const { publicUrl, webCertificate } = settings
  if (publicUrl !== undefined && webCertificate !== undefined) {
    const site = new WebSiteStack(app, 'TrainingPlatformWeb', {
      description: 'The pages of the training platform',
      stackName: 'training-platform-web',
      terminationProtection: settings.environment === 'production',
      ...(region === undefined ? {} : { env: { region } }),
      settings,
      publicUrl,
      certificateArn: webCertificate,
      apiUrl: stack.apiUrl,
      uploadsDomain: stack.objects.bucket.bucketRegionalDomainName,
    })
    acknowledgeWebSite(site)
  }
  Tags.of(app).add('project', 'training-platform')
  Tags.of(app).add('environment', settings.environment)
  acknowledgeFindings(stack, settings)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return stack
}
