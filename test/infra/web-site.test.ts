import { runInNewContext } from 'node:vm'
import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { readSettings } from '../../infra/settings.ts'
import { WebSiteStack } from '../../infra/web-site-stack.ts'
import { passingApp } from './synthesise.ts'

const CERTIFICATE = 'arn:aws:acm:us-east-1:123456789012:certificate/1f'
const context = {
  environment: 'test',
  publicUrl: 'https://training.example',
  webCertificate: CERTIFICATE,
  oidcIssuer: 'https://login.example/pool',
  oidcOrigins: 'https://token.example',
}

let template: Template

beforeAll(() => {
  const app = passingApp(context)
  const site = new WebSiteStack(app, 'TrainingPlatformWeb', {
    settings: readSettings(app.node),
    publicUrl: context.publicUrl,
    certificateArn: CERTIFICATE,
    apiUrl: 'https://a1b2.execute-api.us-east-1.amazonaws.com',
    originKey: '{{resolve:secretsmanager:key}}',
    uploadsDomain: 'objects.s3.us-east-1.amazonaws.com',
  })
  template = Template.fromStack(site)
})

const only = (type: string) => {
  const [found] = Object.values(template.findResources(type))
  return JSON.parse(JSON.stringify(found?.Properties))
}

describe('the pages behind CloudFront', () => {
  test.each([
    ['/', '/index.html'],
    ['/my', '/index.html'],
    ['/task/t1', '/task.html'],
    ['/task/t1/x', '/index.html'],
    ['/verify', '/verify.html'],
    ['/verify/AB', '/verify.html'],
    ['/signed-in', '/signed-in.html'],
    ['/static/index-1.js', '/static/index-1.js'],
    ['/config.json', '/config.json'],
  ])('%s is answered by %s', (path, page) => {
    const { FunctionCode: code } = only('AWS::CloudFront::Function')
    expect(runInNewContext(`${code}; handler({ request: { uri: path } })`, { path }).uri).toBe(page)
  })

  test('the policy is that of one machine, and lets pages ask the issuer and the object store besides', () => {
    const { SecurityHeadersConfig: headers } = only(
      'AWS::CloudFront::ResponseHeadersPolicy',
    ).ResponseHeadersPolicyConfig
    const policy = JSON.stringify(headers.ContentSecurityPolicy.ContentSecurityPolicy)
    expect(policy).toContain(
      "connect-src 'self' https://login.example https://token.example https://objects.s3.us-east-1.amazonaws.com;",
    )
    for (const strict of ["script-src 'self';", "style-src 'self';", "frame-ancestors 'none'"])
      expect(policy).toContain(strict)
  })

  test('the API answers below the same name, uncached and with what the browser sent', () => {
    const { DistributionConfig: config } = only('AWS::CloudFront::Distribution')
    expect(config).toMatchObject({
      Aliases: ['training.example'],
      ViewerCertificate: { AcmCertificateArn: CERTIFICATE, MinimumProtocolVersion: 'TLSv1.2_2021' },
      CacheBehaviors: [{ PathPattern: '/api/*', ViewerProtocolPolicy: 'https-only' }],
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
    })
  })

  test('the API knows by a key that a call came this way', () => {
    const { DistributionConfig: config } = only('AWS::CloudFront::Distribution')
    expect(JSON.stringify(config.Origins)).toContain(
      '"OriginCustomHeaders":[{"HeaderName":"x-origin-key","HeaderValue":"{{resolve:secretsmanager:key}}"}]',
    )
  })

  test('its bucket is closed to all but CloudFront', () => {
    template.allResourcesProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    })
  })
})

describe('the settings of the pages', () => {
  test.each([
    [{ partition: 'aws-cn', publicUrl: 'https://training.example', webCertificate: CERTIFICATE }, 'China'],
    [{ webCertificate: CERTIFICATE }, 'publicUrl'],
    [{ publicUrl: 'https://training.example', webCertificate: 'mine' }, 'webCertificate'],
  ])('%j is refused in words', (wrong, word) => {
    expect(() => readSettings(passingApp(wrong).node)).toThrow(word)
  })
})
