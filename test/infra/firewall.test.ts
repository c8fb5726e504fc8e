import { describe, expect, test } from 'vitest'
import { SettingsWrongError } from '../../infra/settings.ts'
import { appFor, ofType, stacksFor } from './synthesise.ts'

const ARN = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/training-platform/1f'
const site = {
  environment: 'test',
  region: 'ap-southeast-1',
  publicUrl: 'https://training.example',
  webCertificate: 'arn:aws:acm:us-east-1:123456789012:certificate/1f',
}

const counting = stacksFor({ ...site, firewall: 'count', webFirewall: ARN })
const blocking = stacksFor({ environment: 'test', firewall: 'block' })

/** What the firewall does with what each of its rules finds. */
const actions = (stacks: typeof counting) => {
  const [found] = ofType(stacks.get('firewall')?.resources ?? {}, 'AWS::WAFv2::WebACL')
  expect(found?.[1].Properties).toMatchObject({ Scope: 'CLOUDFRONT', DefaultAction: { Allow: {} } })
  const rules = found?.[1].Properties.Rules as { Action?: object; OverrideAction?: object }[]
  return rules.map(({ Action, OverrideAction }) => Object.keys(Action ?? OverrideAction ?? {}).join())
}

describe('the firewall', () => {
  test('stands in us-east-1, wherever the rest is', () => {
    const { stacks } = appFor({ ...site, firewall: 'count' })
    expect(stacks.firewall?.region).toBe('us-east-1')
    expect(stacks.data.region).toBe('ap-southeast-1')
  })

  test('refuses nothing while it counts, and then what each rule finds', () => {
    expect(actions(counting)).toEqual(['Count', 'Count', 'Count', 'Count'])
    expect(actions(blocking)).toEqual(['Block', 'None', 'None', 'None'])
  })

  test('is not there where nobody asked for it, nor in China', () => {
    expect(appFor(site).stacks.firewall).toBeUndefined()
    expect(() => appFor({ environment: 'test', partition: 'aws-cn', firewall: 'block' })).toThrow(
      SettingsWrongError,
    )
  })

  test('stands before the pages that are told of it; alone it would stand before nothing', () => {
    const [pages] = ofType(counting.get('web')?.resources ?? {}, 'AWS::CloudFront::Distribution')
    expect(pages?.[1].Properties).toMatchObject({ DistributionConfig: { WebACLId: ARN } })
    expect(() => appFor({ environment: 'test', webFirewall: ARN })).toThrow(SettingsWrongError)
  })
})

test('the routes’ functions know the key of the pages’ distribution, and those of no pages ask for none', () => {
  const keys = (stacks: typeof counting) =>
    ofType(stacks.get('functions')?.resources ?? {}, 'AWS::Lambda::Function').map(([, { Properties }]) =>
      JSON.stringify(Properties.Environment).includes('ORIGIN_KEY'),
    )
  expect(new Set(keys(counting))).toEqual(new Set([true]))
  expect(new Set(keys(blocking))).toEqual(new Set([false]))
})
