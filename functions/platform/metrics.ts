import { Metrics } from '@aws-lambda-powertools/metrics'
import type middy from '@middy/core'

export const metrics = new Metrics({ namespace: 'TrainingPlatform', serviceName: 'training-platform' })

/**
 * Says which operation, step or job is under way. What it counts is then published twice: without that, which is what
 * an alarm watches (`infra/constructs/alarms.ts`), and with it, which tells where to look. To CloudWatch these are two
 * metrics: one that has a further dimension is not seen under the shorter name.
 */
export const countFor = (operation: string): void => {
  metrics.addDimensions({}).addDimensions({ operation })
}

/** Publishes what a call has counted. Most calls count nothing: the ready-made middleware would warn of each. */
export const publishMetrics = (): middy.MiddlewareObj => {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
    // The next call says for itself what it is.
    else metrics.clearDimensions()
  }
  return { after: publish, onError: publish }
}
