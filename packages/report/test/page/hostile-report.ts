import type { Report } from '../../src/schema/report.ts';
import { pageReport } from './page-report.ts';

/** The sample with every text of the analysed tree replaced. */
export function hostileReport(name: string): Report {
  const ids = new Set(['id', 'handler', 'method', 'symbol', 'from', 'to']);
  const texts = new Set([
    'label',
    'text',
    'what',
    'why',
    'fix',
    'file',
    'path',
    'operation',
    'reason',
    'message',
    'type',
    'name',
    'project',
    'rule',
  ]);
  const changed = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') {
      if (ids.has(key)) return `${value} ${name}`;
      // Rules of findings follow a pattern that no name of the tree gets through.
      return texts.has(key) && !value.startsWith('CSQA-') ? name : value;
    }
    if (Array.isArray(value))
      return value.map((item) => changed(item, key === 'paths' || key === 'lines' ? 'text' : ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([inner, item]) => [inner, changed(item, inner)]));
  };
  const report = pageReport();
  const keep = report.metrics.map((metric) => ({ ...(changed(metric) as object), id: metric.id }));
  return {
    ...(changed(report) as Report),
    metrics: keep as unknown as Report['metrics'],
    aggregate: report.aggregate,
  };
}
