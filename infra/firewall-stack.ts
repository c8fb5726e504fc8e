import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/** What the firewall does with a call that a rule finds: `count` shows it in the metrics alone, for the first weeks. */
export type FirewallMode = 'count' | 'block'

/** AWS's own lists, in the order in which they are asked. */
const LISTS = [
  'AWSManagedRulesAmazonIpReputationList',
  'AWSManagedRulesKnownBadInputsRuleSet',
  'AWSManagedRulesCommonRuleSet',
]

/** Rules of these lists that would refuse what the platform takes: files of lists, and a thousand rows a call. */
const COUNTED_ALONE: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesCommonRuleSet: ['SizeRestrictions_BODY', 'CrossSiteScripting_BODY'],
}

/** Calls in five minutes from one address. A whole school may stand behind one, with all its telephones. */
const FROM_ONE_ADDRESS = 10_000

interface FirewallProps extends StackProps {
  readonly name: string
  readonly mode: FirewallMode
}

/** AWS WAF before the pages and the API behind them. CloudFront's firewalls live in us-east-1, wherever the rest is. */
export class FirewallStack extends Stack {
  constructor(scope: Construct, id: string, { name, mode, ...props }: FirewallProps) {
    super(scope, id, props)
    const seen = (metricName: string) => ({
      metricName: `${name}-${metricName}`,
      cloudWatchMetricsEnabled: true,
      // Samples hold addresses, headers and paths: people's data, which no rule needs.
      sampledRequestsEnabled: false,
    })
    const firewall = new CfnWebACL(this, 'Firewall', {
      name,
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: seen('firewall'),
      rules: [
        {
          name: 'one-address',
          priority: 0,
          statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: FROM_ONE_ADDRESS } },
          action: mode === 'block' ? { block: {} } : { count: {} },
          visibilityConfig: seen('one-address'),
        },
        ...LISTS.map((list, place) => ({
          name: list,
          priority: place + 1,
          statement: {
            managedRuleGroupStatement: {
              vendorName: 'AWS',
              name: list,
              ruleActionOverrides: (COUNTED_ALONE[list] ?? []).map((rule) => ({
                name: rule,
                actionToUse: { count: {} },
              })),
            },
          },
          overrideAction: mode === 'block' ? { none: {} } : { count: {} },
          visibilityConfig: seen(list),
        })),
      ],
    })
    new CfnOutput(this, 'FirewallArn', { value: firewall.attrArn })
  }
}
