export { inSpan, startTracing, traceRequests } from './tracing.js';
