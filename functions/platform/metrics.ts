import { Metrics } from '@aws-lambda-powertools/metrics'
import type middy from '@middy/core'

export const metrics = new Metrics({ namespace: 'TrainingPlatform', serviceName: 'training-platform' })

/**
 * Names the operation, step or job under way. Each metric is then published twice: without that name, for
 * alarms (`infra/constructs/alarms.ts`), and with it, for a search. CloudWatch takes these for two metrics
 * and finds neither under the other's dimensions.
 */
export const countFor = (operation: string): void => {
  metrics.addDimensions({}).addDimensions({ operation })
}

/**
 * Publishes a call's metrics, if it has counted any: the ready-made middleware warns at each call that has
 * not.
 */
export const publishMetrics = (): middy.MiddlewareObj => {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    // The next call names its own operation.
    else metrics.clearDimensions()
  }
  return { after: publish, onError: publish }
}
