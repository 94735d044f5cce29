import type { Report } from '@csqa/report';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { hostileText } from '../../../report/test/hostile-text.ts';
import { sampleFinding, sampleReport } from '../../../report/test/sample-report.ts';
import { plainLook } from '../../test/plain-look.ts';
import { judge } from '../analysis/gate.ts';
import { lookOf } from '../terminal/terminal.ts';
import { cliTextsOf } from '../text/texts-of.ts';
import { quietLines, type SummaryRequest, summaryLines } from './summary.ts';

const names = [
  'report.html',
  'report.json',
  'summary.md',
  'combined.json',
  'orchestrator.json',
  'container.log',
];

function request(changes: Partial<SummaryRequest> = {}): SummaryRequest {
  return {
    report: sampleReport(),
    subject: 'clinic',
    gate: null,
    comparison: null,
    files: names.map((name) => ({ name })),
    directory: 'csqa-out',
    next: 'csqa explain F-3f9a1c',
    texts: cliTextsOf('en'),
    look: plainLook(80),
    ...changes,
  };
}

const shown = (changes: Partial<SummaryRequest> = {}): string =>
  `\n${summaryLines(request(changes))
    .map((line) => line.trimEnd())
    .join('\n')}\n`;

const gateOf = (report: Report) => judge(report, { failOn: 'high', maxRisk: 0.2 });

describe('the summary', () => {
  it('in English on 80 columns', () => {
    expect(shown({ gate: gateOf(sampleReport()) })).toMatchInlineSnapshot(`
      "
      CSQA · Architectural security · clinic · 6f1c0d0e · fast · csqa-2

        Risk index          0.34 high  ██████████░░░░░░░░░░░░░░░░░░░░
        Confidence          93 %, 93 % of 903 calls resolved
        What was looked at  47 source files, 4102 lines (java)

      Metrics  0 is safe, 1 is critical.               Weighs most
      A  Attack surface              0.12  █░░░░░░░░░
         A1 Attack surface exposure  0.00  ░░░░░░░░░░
         A2 Explosive complexity     0.05  █░░░░░░░░░  POST /owners
         A3 Input entropy            0.10  █░░░░░░░░░  POST /owners
      B  Barriers                    0.74  ███████░░░
         B1 Defence depth            0.15  ██░░░░░░░░  POST /owners
         B2 Privilege proximity      0.20  ██░░░░░░░░  POST /owners
         B3 Protection parity        0.25  ███░░░░░░░  POST /owners
         B4 Fail-safe                   –  not measured
      C  Data flow                   0.20  ██░░░░░░░░
         C1 Tainted path             0.35  ████░░░░░░  POST /owners
         C2 Error transparency       0.40  ████░░░░░░  POST /owners
         C3 Secret flow              0.45  █████░░░░░  POST /owners
      D  Trust boundaries            0.00  ░░░░░░░░░░
         D1 Technology boundaries    0.50  █████░░░░░  POST /owners
         D2 Trust-chain depth        0.55  ██████░░░░  POST /owners
      E  Dependencies                0.31  ███░░░░░░░
         E1 Dependency structure     0.60  ██████░░░░  POST /owners
      F  Repairability                  –
         F1 Fix complexity           0.65  ███████░░░  POST /owners
         F2 Security regression      0.70  ███████░░░  POST /owners

      What was not measured, and why
         B4: No catch block guards security-relevant code.

      Entry points  2 (HTTP 2)
        public 1 · unknown 1

      Findings  1  critical 1

        critical  Privileged operation close to a public entry point
                  src/main/java/org/clinic/OwnerController.java:41  F-3f9a1c
                  POST /owners reaches db.write Owner after one call, and needs no
                  login.

        1 finding is suppressed, with reasons.

      ! 1 diagnostic
        src/main/java/org/clinic/Broken.java:7 The file has a syntax error; what could
        be read of it is in the report.

      ✗ Gate failed
        · 1 finding of severity critical; the first is at
          src/main/java/org/clinic/OwnerController.java:41
        · risk index 0.34 is above the limit 0.2

      Files  csqa-out/  combined.json, container.log, orchestrator.json, report.html,
             report.json, summary.md
      Open   csqa-out/report.html
      Next   csqa explain F-3f9a1c
      "
    `);
  });

  it('in Russian on 120 columns, with the places of what weighs most', () => {
    expect(
      shown({ texts: cliTextsOf('ru'), look: plainLook(120), gate: gateOf(sampleReport()) }),
    ).toMatchInlineSnapshot(`
      "
      CSQA · Архитектурная безопасность · clinic · 6f1c0d0e · fast · csqa-2

        Индекс риска     0,34 высокий  ██████████░░░░░░░░░░░░░░░░░░░░
        Достоверность    93 %, разрешено 93 % из 903 вызовов
        Что рассмотрено  47 исходных файлов, 4102 строки (java)

      Метрики  0 — безопасно, 1 — критично.                 Весит больше всего
      A  Поверхность атаки                0,12  █░░░░░░░░░
         A1 Открытость поверхности атаки  0,00  ░░░░░░░░░░
         A2 Взрывная сложность            0,05  █░░░░░░░░░  POST /owners                      OwnerController.java:41
         A3 Энтропия входных данных       0,10  █░░░░░░░░░  POST /owners                      OwnerController.java:41
      B  Барьеры                          0,74  ███████░░░
         B1 Глубина защиты                0,15  ██░░░░░░░░  POST /owners                      OwnerController.java:41
         B2 Близость привилегий           0,20  ██░░░░░░░░  POST /owners                      OwnerController.java:41
         B3 Равенство защиты              0,25  ███░░░░░░░  POST /owners                      OwnerController.java:41
         B4 Безопасный отказ                 –  не измерено
      C  Потоки данных                    0,20  ██░░░░░░░░
         C1 Непроверенный путь            0,35  ████░░░░░░  POST /owners                      OwnerController.java:41
         C2 Прозрачность ошибок           0,40  ████░░░░░░  POST /owners                      OwnerController.java:41
         C3 Поток секретов                0,45  █████░░░░░  POST /owners                      OwnerController.java:41
      D  Границы доверия                  0,00  ░░░░░░░░░░
         D1 Границы технологий            0,50  █████░░░░░  POST /owners                      OwnerController.java:41
         D2 Длина цепочки доверия         0,55  ██████░░░░  POST /owners                      OwnerController.java:41
      E  Зависимости                      0,31  ███░░░░░░░
         E1 Структура зависимостей        0,60  ██████░░░░  POST /owners                      OwnerController.java:41
      F  Исправимость                        –
         F1 Сложность исправления         0,65  ███████░░░  POST /owners                      OwnerController.java:41
         F2 Регрессия безопасности        0,70  ███████░░░  POST /owners                      OwnerController.java:41

      Что не измерено и почему
         B4: No catch block guards security-relevant code.

      Точки входа  2 (HTTP 2)
        открыто всем 1 · неизвестно 1

      Находки  1  критическая 1

        критическая  Привилегированная операция рядом с открытой точкой входа
                     src/main/java/org/clinic/OwnerController.java:41  F-3f9a1c
                     POST /owners доходит до db.write Owner за один вызов и не требует входа.

        Подавлена 1 находка, с указанием причины.

      ! 1 замечание
        src/main/java/org/clinic/Broken.java:7 The file has a syntax error; what could be read of it is in the report.

      ✗ Порог не пройден
        · 1 находка (серьёзность: критическая); первая — src/main/java/org/clinic/OwnerController.java:41
        · индекс риска 0.34 выше предела 0.2

      Файлы    csqa-out/  combined.json, container.log, orchestrator.json, report.html, report.json, summary.md
      Открыть  csqa-out/report.html
      Дальше   csqa explain F-3f9a1c
      "
    `);
  });

  it('of a tree in which nothing could be analysed says so, and why', () => {
    const nothing = sampleReport({
      aggregate: { ...sampleReport().aggregate, index: null, band: null },
      metrics: sampleReport().metrics.filter(({ id }) => id === 'B4'),
      files: { ...sampleReport().files, analysed: 0, lines: 0, languages: [] },
      coverage: { callSites: 0, exact: 0, narrowed: 0, external: 0, unresolved: 0 },
      entryPoints: [],
      findings: [],
      suppressed: [],
      diagnostics: [],
    });
    expect(shown({ report: nothing, next: null, gate: gateOf(nothing) })).toMatchInlineSnapshot(`
      "
      CSQA · Architectural security · clinic · 6f1c0d0e · fast · csqa-2

        No index: no code could be measured
        Confidence          93 %
        What was looked at  0 source files, 0 lines
        ! No source file was analysed.

      Metrics  0 is safe, 1 is critical.               Weighs most
      A  Attack surface              0.12  █░░░░░░░░░
      B  Barriers                    0.74  ███████░░░
         B4 Fail-safe                   –  not measured
      C  Data flow                   0.20  ██░░░░░░░░
      D  Trust boundaries            0.00  ░░░░░░░░░░
      E  Dependencies                0.31  ███░░░░░░░
      F  Repairability                  –

      What was not measured, and why
         B4: No catch block guards security-relevant code.

      Entry points  0
        No entry point was found.

      Findings
        No findings.

      ✗ Gate failed
        · no source file was analysed, so nothing was shown to be safe
        · there is no index to compare with the limit, because no code could be
          measured

      Files  csqa-out/  combined.json, container.log, orchestrator.json, report.html,
             report.json, summary.md
      Open   csqa-out/report.html
      "
    `);
  });

  it('shows each rule by its worst finding, so that one rule does not hide the others', () => {
    const findings = [
      ...Array.from({ length: 30 }, (_, at) =>
        sampleFinding({ id: `F-${at}`, severity: 'high', line: at + 1 }),
      ),
      sampleFinding({ id: 'F-sure', line: 400 }),
      sampleFinding({ id: 'F-unsure', line: 300, confidence: 'low' }),
      sampleFinding({
        id: 'F-other',
        rule: 'CSQA-C3-secret-in-log',
        severity: 'high',
        what: 'A token is logged.',
      }),
    ];
    const text = shown({ report: sampleReport({ findings }) });
    expect(text).toContain('Findings  33  critical 2 · high 31');
    expect(text).toContain('OwnerController.java:400  F-sure');
    expect(text).toContain('public entry point ×32');
    expect(text).toContain('A token is logged.');
    expect(text).not.toContain('F-unsure');
  });

  it('shows what has a cause of its own before what another finding says more about', () => {
    const findings = [
      sampleFinding({ id: 'F-less', severity: 'critical', line: 10, sameCauseAs: 'F-more' }),
      sampleFinding({ id: 'F-own', severity: 'high', line: 20 }),
      sampleFinding({ id: 'F-more', rule: 'CSQA-C1-sql-injection', severity: 'high', line: 30 }),
    ];
    const text = shown({ report: sampleReport({ findings }) });
    expect(text).toContain('OwnerController.java:20  F-own');
    expect(text).toContain('F-more');
    expect(text).not.toContain('F-less');
  });

  it('fits the terminal but for paths, which stay whole', () => {
    const texts = cliTextsOf('ru');
    for (const width of [60, 80, 100, 120]) {
      const lines = summaryLines(request({ texts, look: plainLook(width), gate: gateOf(sampleReport()) }));
      for (const line of lines.filter((text) => !text.includes('/'))) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  it('lets nothing through that the analysed tree put into a name', () => {
    fc.assert(
      fc.property(hostileText, (hostile) => {
        const text = hostile.slice(0, 200);
        const finding = sampleFinding({ file: text, what: text, id: text, rule: 'CSQA-A1-unheard-of' });
        const sample = sampleReport();
        const report = sampleReport({
          findings: [finding],
          meta: { ...sample.meta, project: text, revision: text },
          metrics: sample.metrics.map((metric) =>
            metric.status === 'measured'
              ? { ...metric, worst: { label: text, value: 1, file: text, line: 1 } }
              : { ...metric, reason: text },
          ),
          diagnostics: [{ code: text, stage: text, severity: 'error', message: text, file: text }],
        });
        const printed = [
          ...summaryLines(request({ report, subject: text, gate: gateOf(report) })),
          ...quietLines(request({ report })),
        ];
        return printed.every((line) => !/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(line));
      }),
    );
  });

  it('colours severities, and without colours loses nothing but them', () => {
    const stream = { write: () => true };
    const look = lookOf({ stream, env: { FORCE_COLOR: '1' }, color: true });
    const colored = summaryLines(request({ look })).join('\n');
    expect(colored).toContain('\u001b[31m');
    expect(colored.replaceAll(/\p{Cc}\[\d+m/gu, '')).toBe(summaryLines(request()).join('\n'));
  });

  it('is ASCII where the language is, on a dumb terminal', () => {
    const look = lookOf({
      stream: { write: () => true, isTTY: true, columns: 80 },
      env: { TERM: 'dumb' },
      color: true,
    });
    const text = summaryLines(request({ look })).join('\n');
    expect(text).toMatch(/^[\n -~]+$/);
  });
});

describe('diagnostics', () => {
  it('name their place once: a sentence about a whole file names it itself', () => {
    const told = (message: string, place: { file: string; line?: number }) => {
      const diagnostic = { code: 'x', stage: 'facts', severity: 'warning', message, ...place } as const;
      const lines = summaryLines(request({ report: sampleReport({ diagnostics: [diagnostic] }) }));
      return lines[lines.findIndex((line) => line.endsWith('1 diagnostic')) + 1]?.trim();
    };
    expect(told('pom.xml cannot be read', { file: 'pom.xml' })).toBe('pom.xml cannot be read');
    expect(told('nested too deep', { file: 'A.java', line: 3 })).toBe('A.java:3 nested too deep');
    expect(told('not understood', { file: 'A.java' })).toBe('A.java not understood');
  });
});

describe('--quiet', () => {
  it('says that no source file was analysed, which a line without an index leaves open', () => {
    const report = sampleReport({
      aggregate: { ...sampleReport().aggregate, index: null, band: null },
      files: { ...sampleReport().files, analysed: 0 },
      findings: [],
    });
    expect(quietLines(request({ report }))).toEqual([
      'No index: no code could be measured · 0 findings · csqa-out',
      '  ! No source file was analysed.',
    ]);
  });

  it('is one line, and the reasons of a gate that failed', () => {
    expect(quietLines(request())).toEqual(['Risk index 0.34 high · 1 finding · csqa-out']);
    expect(quietLines(request({ gate: gateOf(sampleReport()) })).slice(1)).toEqual([
      '✗ Gate failed',
      '  · 1 finding of severity critical; the first is at',
      '    src/main/java/org/clinic/OwnerController.java:41',
      '  · risk index 0.34 is above the limit 0.2',
    ]);
  });
});
