import { Metrics } from '@aws-lambda-powertools/metrics'
import type middy from '@middy/core'

export const metrics = new Metrics({ namespace: 'TrainingPlatform', serviceName: 'training-platform' })

/** Publishes what a call has counted. Most calls count nothing: the ready-made middleware would warn of each. */
export const publishMetrics = (): middy.MiddlewareObj => {
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
  }
  return { after: publish, onError: publish }
}
