import { type App, type StackProps, Tags, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { type CatalogRoute, routes as catalogued } from '../functions/catalog.ts'
import { acknowledgeFindings, acknowledgeWebSite } from './acknowledged.ts'
import { AlarmsStack } from './alarms-stack.ts'
import { ApiStack } from './api-stack.ts'
import type { CodeOf } from './constructs/functions.ts'
import { DataStack } from './data-stack.ts'
import { FirewallStack } from './firewall-stack.ts'
import { FunctionsStack } from './functions-stack.ts'
import { RoutesStack } from './routes-stack.ts'
import { isProtected, PROJECT, type Settings } from './settings.ts'
import { WebSiteStack } from './web-site-stack.ts'
import { WorkflowsStack } from './workflows-stack.ts'

/** Where a stack goes in China when no region is named. */
const CHINA = 'cn-north-1'

export interface PlatformStacks {
  readonly data: DataStack
  readonly workflows: WorkflowsStack
  readonly functions: FunctionsStack
  readonly api: ApiStack
  readonly reads: RoutesStack
  readonly acts: RoutesStack
  readonly alarms: AlarmsStack
  /** Where `firewall` asks for it. */
  readonly firewall?: FirewallStack
  /** Where a certificate for the pages is set. */
  readonly web?: WebSiteStack
}

/**
 * Puts the platform into an app, with the checks of its synthesis. Each stack names only those before it:
 * data, workflows, functions, API and its routes; alarms watch these, and the pages stand before the API.
 */
export const buildPlatform = (
  app: App,
  settings: Settings,
  code: CodeOf,
  routes: readonly CatalogRoute[] = catalogued,
): PlatformStacks => {
  const region = settings.region ?? (settings.partition === 'aws-cn' ? CHINA : undefined)
  const stack = (name: string, description: string) =>
    ({
      description,
      stackName: `${settings.name}-${name}`,
      ...(region === undefined ? {} : { env: { region } }),
    }) satisfies StackProps
  // Records and executions under way can't be made anew; everything else is built from the source.
  const lasting = { terminationProtection: isProtected(settings) }

  const data = new DataStack(app, 'TrainingPlatformData', {
    ...stack('data', 'Records, proofs and certificates, the signing key, the mail settings'),
    ...lasting,
    settings,
  })
  const workflows = new WorkflowsStack(app, 'TrainingPlatformWorkflows', {
    ...stack('workflows', 'State machines, their steps, jobs and schedules'),
    ...lasting,
    settings,
    code,
    data,
  })
  const functions = new FunctionsStack(app, 'TrainingPlatformFunctions', {
    ...stack('functions', 'The functions behind the routes of the API'),
    settings,
    code,
    data,
  })
  // A new route may start a new machine, so the machines are deployed first.
  functions.addStackDependency(workflows)
  const api = new ApiStack(app, 'TrainingPlatformApi', {
    ...stack('api', 'The HTTP API, and its routes for anyone and for programs'),
    settings,
    functions,
    routes: routes.filter(({ access }) => access !== 'session'),
  })
  const signedIn = routes.filter(({ access }) => access === 'session')
  const reads = new RoutesStack(app, 'TrainingPlatformReads', {
    ...stack('reads', 'Routes by which those signed in read'),
    api,
    functions,
    routes: signedIn.filter(({ method }) => method === 'GET'),
  })
  const acts = new RoutesStack(app, 'TrainingPlatformActs', {
    ...stack('acts', 'Routes by which those signed in act'),
    api,
    functions,
    routes: signedIn.filter(({ method }) => method !== 'GET'),
  })
  const alarms = new AlarmsStack(app, 'TrainingPlatformAlarms', {
    ...stack('alarms', 'What tells an operator that a person is needed'),
    settings,
    data,
    workflows,
    api,
  })
  Tags.of(app).add('project', PROJECT)
  Tags.of(app).add('environment', settings.environment)
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  acknowledgeFindings({ data, workflows, functions, api }, settings)

  const { firewall: mode, publicUrl, webCertificate } = settings
  const watched =
    mode === 'none'
      ? {}
      : {
          firewall: new FirewallStack(app, 'TrainingPlatformFirewall', {
            ...stack('firewall', 'What stands before the pages and the API behind them'),
            env: { region: 'us-east-1' },
            name: settings.name,
            mode,
          }),
        }
  if (publicUrl === undefined || webCertificate === undefined || data.originKey === undefined)
    return { data, workflows, functions, api, reads, acts, alarms, ...watched }
  const web = new WebSiteStack(app, 'TrainingPlatformWeb', {
    ...stack('web', 'The pages of the training platform'),
    settings,
    publicUrl,
    certificateArn: webCertificate,
    apiUrl: api.api.api.apiEndpoint,
    originKey: data.originKey.value,
    uploadsDomain: data.objects.bucket.bucketRegionalDomainName,
  })
  acknowledgeWebSite(web)
  return { data, workflows, functions, api, reads, acts, alarms, ...watched, web }
}
