import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  Architecture,
  CfnAlias,
  CfnFunction,
  type Code,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Lambda, timeoutOf } from '../../functions/platform/lambda.ts'
import { FONTS } from '../bundles.ts'
import type { Given } from '../grants.ts'
import type { Settings } from '../settings.ts'

interface CatalogFunctionProps {
  readonly entry: Lambda
  readonly code: Code
  readonly given: readonly Given[]
  readonly publicUrl: string
  readonly originKey: string | undefined
  /**
   * One log group for all functions: one search finds a whole call, and no function needs a resource for it.
   */
  readonly logGroup: ILogGroup
  readonly settings: Settings
}

/** The alias by which routes, state machines and schedules call a function. */
export const LIVE = 'live'

/** Which versions the alias leads to. A function that the deployment before had not is reached whole. */
const released = ({ name }: Lambda, newest: string, { held, share }: Settings) => {
  const before = held?.[name]
  if (before === undefined) return { functionVersion: newest }
  const shared = [{ functionVersion: newest, functionWeight: share / 100 }]
  return {
    functionVersion: before,
    ...(share === 0 ? {} : { routingConfig: { additionalVersionWeights: shared } }),
  }
}

const TRACES = new PolicyStatement({
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  resources: ['*'],
})

const traced = ({ node }: LambdaFunction): void => {
  if (node.defaultChild instanceof CfnFunction) node.defaultChild.tracingConfig = { mode: 'Active' }
}

/** A function of the catalog, with a role of its own that holds its grants and leave to write the log, nothing else. */
export class CatalogFunction extends Construct {
  readonly function: LambdaFunction
  /** Whom callers reach, by its `ref`, an ARN: this version, or while it is tried out the one before it and a share of this. */
  readonly live: CfnAlias
  readonly entry: Lambda

  constructor(
    scope: Construct,
    id: string,
    { entry, code, given, publicUrl, originKey, logGroup, settings }: CatalogFunctionProps,
  ) {
    super(scope, id)
    this.entry = entry
    const log = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    })
    this.function = new LambdaFunction(this, 'Function', {
      description: `${entry.work.kind}: ${entry.name}`,
      // A fixed name, because someone invokes it by hand.
      ...(entry.work.kind === 'invoked' ? { functionName: `${settings.name}-${entry.name}` } : {}),
      runtime: Runtime.NODEJS_24_X,
      architecture: settings.architecture === 'arm64' ? Architecture.ARM_64 : Architecture.X86_64,
      handler: 'index.handler',
      code,
      memorySize: entry.memory ?? 512,
      timeout: Duration.seconds(timeoutOf(entry)),
      logGroup,
      // CloudFormation would delete the version before, which a release that goes wrong is led back to.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE },
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
        inlinePolicies: {
          catalog: new PolicyDocument({
            minimize: true,
            statements: [
              log,
              ...(settings.tracing === 'on' ? [TRACES] : []),
              ...given.flatMap(({ statements }) => statements),
            ],
          }),
        },
      }),
      environment: {
        PUBLIC_URL: publicUrl,
        ...(settings.release === undefined ? {} : { RELEASE: settings.release }),
        ...(entry.work.kind === 'routes' && originKey !== undefined ? { ORIGIN_KEY: originKey } : {}),
        // What nobody waits for at a page may try longer: a table that is growing throttles for seconds.
        ...(entry.work.kind === 'routes' ? {} : { AWS_MAX_ATTEMPTS: '10' }),
        ...Object.assign({}, ...given.map(({ environment }) => environment)),
        // From the folder of the code, where Lambda starts it.
        ...(entry.font ? { FONTS: `./${FONTS}` } : {}),
      },
    })
    // By CDK's own `tracing` each function would have one more resource: a policy beside its role's.
    if (settings.tracing === 'on') traced(this.function)
    const { functionName, currentVersion } = this.function
    this.live = new CfnAlias(this, 'Live', {
      name: LIVE,
      functionName,
      ...released(entry, currentVersion.version, settings),
    })
  }
}
