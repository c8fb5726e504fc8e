import { resolve } from 'node:path'
import { Duration, Fn, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { ORIGIN_KEY_HEADER } from '../functions/platform/lambda.ts'
import hosting from '../web/hosting.json' with { type: 'json' }
import type { Settings } from './settings.ts'

const DIST = resolve(import.meta.dirname, '../web/dist')

interface WebSiteProps extends StackProps {
  readonly settings: Settings
  /** Where the pages are reached, and the certificate of that name. */
  readonly publicUrl: string
  readonly certificateArn: string
  /** The address of the API, which answers below `/api` of the same site. */
  readonly apiUrl: string
  /** What the API knows this distribution by. */
  readonly originKey: string
  /** Where browsers send proofs to. */
  readonly uploadsDomain: string
}

/** Turns a path into the page that answers there; runs at the edge, before the cache. */
const toPage = `var entries = ${JSON.stringify(hosting.entries)};
function handler(event) {
  var request = event.request;
  for (var entry of entries) {
    if (new RegExp(entry.path).test(request.uri)) {
      request.uri = '/' + entry.page;
      break;
    }
  }
  return request;
}`

/** The pages' content security policy, with the other origins that they call: issuer and object store. */
export const policyFor = (others: readonly string[]): string =>
  Object.entries({
    ...hosting.policy,
    'connect-src': [hosting.policy['connect-src'], ...others].join(' '),
  })
    .map(([what, from]) => `${what} ${from}`)
    .join('; ')

/** The pages as files behind CloudFront, and the API below the same name: nothing is asked across origins but the sign-in and uploads. */
export class WebSiteStack extends Stack {
  readonly pages: IBucket

  constructor(scope: Construct, id: string, props: WebSiteProps) {
    const { settings, publicUrl, certificateArn, apiUrl, originKey, uploadsDomain, ...stackProps } = props
    super(scope, id, stackProps)
    // CDK's classes and interfaces declare optional members differently: hence `as IBucket`.
    const common = {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Everything here is built from the source: nothing is lost with it.
      removalPolicy: RemovalPolicy.DESTROY,
    } as const
    const accessLogs: IBucket = new Bucket(this, 'AccessLogs', {
      ...common,
      // CloudFront writes its logs by access control lists.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      lifecycleRules: [{ expiration: Duration.days(180) }],
    }) as IBucket
    const pages: IBucket = new Bucket(this, 'Pages', {
      ...common,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    }) as IBucket
    this.pages = pages
    const headers = new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: policyFor([
            ...new Set([new URL(settings.oidcIssuer).origin, ...settings.oidcOrigins]),
            `https://${uploadsDomain}`,
          ]),
          override: true,
        },
        contentTypeOptions: { override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: { accessControlMaxAge: Duration.days(365), override: true },
      },
    })
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'The pages of the training platform',
      domainNames: [new URL(publicUrl).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      logBucket: accessLogs,
      ...(settings.webFirewall === undefined ? {} : { webAclId: settings.webFirewall }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(pages),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED,
        responseHeadersPolicy: headers,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'ToPage', {
              runtime: FunctionRuntime.JS_2_0,
              code: FunctionCode.fromInline(toPage),
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          origin: new HttpOrigin(Fn.select(2, Fn.split('/', apiUrl)), {
            customHeaders: { [ORIGIN_KEY_HEADER]: originKey },
          }),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    })
    // Hashed files are kept by browsers for ever, and stay for those whose page is of an earlier deployment.
    const hashed = new BucketDeployment(this, 'HashedFiles', {
      destinationBucket: pages,
      sources: [Source.asset(DIST, { exclude: ['*', '!static', '!static/**'] })],
      cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
      prune: false,
    })
    const html = new BucketDeployment(this, 'Html', {
      destinationBucket: pages,
      sources: [
        Source.asset(DIST, { exclude: ['static', '.*'] }),
        Source.jsonData('config.json', {
          issuer: settings.oidcIssuer,
          clientId: settings.oidcClientId,
          ...(settings.oidcResource === 'audience' && { audience: settings.oidcAudience }),
          origin: new URL(publicUrl).origin,
        }),
      ],
      cacheControl: [CacheControl.noCache()],
      prune: false,
      distribution,
      distributionPaths: ['/*'],
    })
    // Pages are deployed after the files that they load.
    html.node.addDependency(hashed)
  }
}
