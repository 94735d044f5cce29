import type { ConditionText } from './condition-text.ts';

/** Conditions of a gate in Russian, as names of tests. */
export const conditionsRu: ConditionText = {
  gate: 'Порог',
  none: 'порог не задан: от этого отчёта ничего не требовалось',
  filesAnalysed: 'Исходные файлы проанализированы',
  findings: (severity) => `Нет находок (серьёзность: ${severity})`,
  newFindings: (severity) => `Нет новых находок (серьёзность: ${severity})`,
  index: (limit) => `Индекс риска не выше ${limit}`,
  indexIncrease: (limit) => `Индекс риска вырос не больше чем на ${limit}`,
  figure: (name, limit) => `${name}: не выше ${limit}`,
  increase: (name, limit) => `${name}: рост не больше ${limit}`,
  measured: (name) => `${name}: измерено`,
  coverage: (limit) => `Доля разрешённых вызовов не ниже ${limit}`,
};
