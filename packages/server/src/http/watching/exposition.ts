import type * as PromClient from 'prom-client'
import type { Buckets, Counts, Labels, Total } from './tallies.ts'

interface Sample {
  readonly labels?: Labels
  readonly value: number
}

interface Distribution {
  readonly labels: Labels
  /** Absent where nothing happened. */
  readonly buckets: Buckets | undefined
}

/** One answer to a scrape: tallies put into a registry of their own, which knows the Prometheus text format. */
export class Exposition {
  readonly #client: typeof PromClient
  readonly #registry: PromClient.Registry

  constructor(client: typeof PromClient) {
    this.#client = client
    this.#registry = new client.Registry()
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  text(): Promise<string> {
    return this.#registry.metrics()
  }

  gauge(name: string, help: string, samples: readonly Sample[]): void {
    const gauge = new this.#client.Gauge({ name, help, labelNames: labelsOf(samples), registers: [] })
    for (const { labels = {}, value } of samples) gauge.set(labels, value)
    this.#registry.registerMetric(gauge)
  }

  counter(name: string, help: string, counts: Counts): void {
    const counted = counts.list()
    const counter = new this.#client.Counter({ name, help, labelNames: labelsOf(counted), registers: [] })
    for (const { labels, times } of counted) counter.inc(labels, times)
    this.#registry.registerMetric(counter)
  }

  total(name: string, help: string, value: number): void {
    const counter = new this.#client.Counter({ name, help, registers: [] })
    counter.inc(value)
    this.#registry.registerMetric(counter)
  }

  histogram(name: string, help: string, distributions: readonly Distribution[]): void {
    const values = distributions.flatMap(({ labels, buckets }) =>
      buckets === undefined ? [] : valuesOf(name, labels, buckets),
    )
    this.#register(name, help, 'histogram', values)
  }

  /** Sums and counts without quantiles, for an average over any time. */
  summary(
    name: string,
    help: string,
    totals: readonly { readonly labels: Labels; readonly total: Total | undefined }[],
  ): void {
    const values = totals.flatMap(({ labels, total }) =>
      total === undefined
        ? []
        : [
            { metricName: `${name}_sum`, labels, value: total.sum },
            { metricName: `${name}_count`, labels, value: total.count },
          ],
    )
    this.#register(name, help, 'summary', values)
  }

  /** Its own metrics can only be told one value after another; a registry asks no more of a metric than this. */
  #register(
    name: string,
    help: string,
    type: 'histogram' | 'summary',
    values: readonly PromClient.MetricValueWithName<string>[],
  ): void {
    const metric = { name, get: async () => ({ name, help, type, values }) }
    this.#registry.registerMetric(metric as unknown as PromClient.Histogram)
  }
}

/** Each bucket counts all that is not above its bound. */
function valuesOf(
  name: string,
  labels: Labels,
  { bounds, counts, sum }: Buckets,
): PromClient.MetricValueWithName<string>[] {
  let count = 0
  const buckets = [...bounds, '+Inf'].map((le, place) => {
    count += counts[place] ?? 0
    return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: count }
  })
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: count },
  ]
}

const labelsOf = (samples: readonly { readonly labels?: Labels }[]): string[] =>
  Object.keys(samples[0]?.labels ?? {})
