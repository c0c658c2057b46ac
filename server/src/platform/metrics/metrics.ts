import { Inject, Injectable, Logger } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { CONFIG, type RunningConfig } from '../config/index.js';

/** What a number is of. Values come from a short list that the code knows: never a tenant, a person, or what somebody typed. */
export type Labels = Readonly<Record<string, string>>;

/** A number that only grows. */
export interface Count {
  add(labels?: Labels): void;
}

/** How long things take. */
export interface Durations {
  observe(labels: Labels, seconds: number): void;
}

/** One number of a gauge. */
export interface Reading {
  readonly labels: Labels;
  readonly value: number;
}

const IGNORED: Count & Durations = { add: () => undefined, observe: () => undefined };

/**
 * What this process counts and measures, as Prometheus reads it. Whoever has something to count names it here. Without
 * `POLKU_METRICS_PORT` nothing is counted.
 */
@Injectable()
export class Metrics {
  private readonly logger = new Logger(Metrics.name);
  private readonly registry: Registry | null;

  constructor(@Inject(CONFIG) config: RunningConfig) {
    this.registry = config.metricsPort === null ? null : new Registry();
    // Event loop, memory and garbage collection, under the names that dashboards for Node know.
    if (this.registry) collectDefaultMetrics({ register: this.registry });
  }

  /** Whether anybody can read them. */
  get isOn(): boolean {
    return this.registry !== null;
  }

  /** The media type of `text`. */
  get contentType(): string {
    return Registry.PROMETHEUS_CONTENT_TYPE;
  }

  /** Names a number that only grows; its name ends in `_total`. */
  counter(name: string, help: string, labelNames: readonly string[] = []): Count {
    if (!this.registry) return IGNORED;
    const counter = new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
    return { add: (labels = {}) => counter.inc(labels) };
  }

  /** Names something that takes time. */
  durations(name: string, help: string, labelNames: readonly string[], buckets: readonly number[]): Durations {
    if (!this.registry) return IGNORED;
    const histogram = new Histogram({ name, help, labelNames: [...labelNames], buckets: [...buckets], registers: [this.registry] });
    return { observe: (labels, seconds) => histogram.observe(labels, seconds) };
  }

  /** Names a number that goes up and down, read when somebody asks. One that cannot be read is left out of the answer. */
  gauge(name: string, help: string, read: () => number | readonly Reading[] | Promise<number | readonly Reading[]>, label?: string): void {
    if (!this.registry) return;
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: label === undefined ? [] : [label],
      registers: [this.registry],
      collect: async () => {
        gauge.reset();
        try {
          const found = await read();
          for (const { labels, value } of typeof found === 'number' ? [{ labels: {}, value: found }] : found) gauge.set(labels, value);
        } catch (error) {
          gauge.remove();
          this.logger.warn(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
        }
      },
    });
  }

  /** All of them, in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry?.metrics() ?? Promise.resolve('');
  }
}
