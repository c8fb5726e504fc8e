import { Duration } from 'aws-cdk-lib'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, type Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import type { ILogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Lambda, timeoutOf } from '../../functions/platform/lambda.ts'
import { FONT_NAME } from '../bundles.ts'
import type { Given } from '../grants.ts'
import type { Settings } from '../settings.ts'

interface CatalogFunctionProps {
  readonly entry: Lambda
  readonly code: Code
  readonly given: readonly Given[]
  readonly publicUrl: string
  /**
   * One log group for all functions: one search finds a whole call, and no function needs a resource for it.
   */
  readonly logGroup: ILogGroup
  readonly settings: Settings
}

/** A function of the catalog, with a role of its own that holds its grants and leave to write the log, nothing else. */
export class CatalogFunction extends Construct {
  readonly function: LambdaFunction
  readonly entry: Lambda

  constructor(
    scope: Construct,
    id: string,
    { entry, code, given, publicUrl, logGroup, settings }: CatalogFunctionProps,
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
      tracing: settings.tracing === 'on' ? Tracing.ACTIVE : Tracing.DISABLED,
      role: new Role(this, 'Role', {
        assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
        inlinePolicies: {
          catalog: new PolicyDocument({
            minimize: true,
            statements: [log, ...given.flatMap(({ statements }) => statements)],
          }),
        },
      }),
      environment: {
        PUBLIC_URL: publicUrl,
        // What nobody waits for at a page may try longer: a table that is growing throttles for seconds.
        ...(entry.work.kind === 'routes' ? {} : { AWS_MAX_ATTEMPTS: '10' }),
        ...Object.assign({}, ...given.map(({ environment }) => environment)),
        // From the folder of the code, where Lambda starts it.
        ...(entry.font ? { FONT_FILE: `./${FONT_NAME}` } : {}),
      },
    })
  }
}
