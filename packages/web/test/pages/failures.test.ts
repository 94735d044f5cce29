import { csqaErrorCodes } from '@csqa/orchestrator';
import { LANGUAGES } from '@csqa/report';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ErrorPage } from '../../src/pages/error-page.tsx';
import { en } from '../../src/pages/texts/en.ts';
import { ru } from '../../src/pages/texts/ru.ts';
import { samplePage } from './page-samples.tsx';

const OF_THE_APP = ['WORKER_LOST', 'UPLOAD_UNUSABLE', 'UPLOAD_TOO_LARGE', 'QUEUE_FULL', 'BODY_TOO_LARGE'];
/** These are mended by a command to copy, which is the same in every language. */
const WITH_COMMANDS = /^(?:ENGINE_(?!UNAVAILABLE)|IMAGE_|PATH_NOT_SHARED|START_FAILED)/u;

describe.each([...csqaErrorCodes, ...OF_THE_APP])('a run that ended with %s', (code) => {
  const failure = { code, message: 'it went wrong', hint: 'docker pull image' };

  it('tells a Russian reader what to do in Russian, and keeps commands to copy', () => {
    const { what, fix } = ru.run.told(failure);
    expect(what).toMatch(/^[А-Яа-яё].*: it went wrong$/u);
    expect(fix).toMatch(/[а-яё]/u);
    expect(fix.endsWith('docker pull image')).toBe(WITH_COMMANDS.test(code));
  });

  it('has the Russian message of the failure where there is one', () => {
    expect(ru.run.told({ ...failure, ru: 'сломалось' }).what).toBe('сломалось');
  });

  it('has the hint in Russian where that is more than a command', () => {
    const { fix } = ru.run.told({ ...failure, ruHint: 'Запустите его.' });
    expect(fix.endsWith('Запустите его.')).toBe(WITH_COMMANDS.test(code));
    expect(en.run.told({ ...failure, ruHint: 'Запустите его.' }).fix).toBe('docker pull image');
  });

  it('tells an English reader the words of the failure', () => {
    expect(en.run.told(failure)).toEqual({ what: 'it went wrong', fix: 'docker pull image' });
  });
});

describe('failures that this version does not know', () => {
  it('lose neither their message nor their hint, whatever their code is', () => {
    for (const code of ['FROM_A_LATER_VERSION', 'constructor', '__proto__', '']) {
      const told = ru.run.told({ code, message: 'it went wrong', hint: 'do this' });
      expect(told, code).toEqual({ what: 'сбой: it went wrong', fix: 'do this' });
    }
  });
});

describe('the page of a request that came to nothing', () => {
  const drawn = (language: (typeof LANGUAGES)[number], status: number, code: string) =>
    renderToString(ErrorPage({ page: samplePage({ language }), model: { status, code, requestId: 'r' } }));

  it('says that the queue is full, and not that the database is away, in either language', () => {
    expect(drawn('en', 503, 'QUEUE_FULL')).toContain('The queue is full');
    expect(drawn('ru', 503, 'QUEUE_FULL')).toContain('Очередь заполнена');
    expect(drawn('en', 503, 'DATABASE_UNAVAILABLE')).toContain('The database does not answer');
    expect(drawn('ru', 503, 'DATABASE_UNAVAILABLE')).toContain('База данных не отвечает');
  });

  it.each(LANGUAGES)('goes by the status where the code says no more than that, in %s', (language) => {
    const byStatus = drawn(language, 400, 'REQUEST_INVALID');
    for (const code of ['constructor', '__proto__', 'toString']) {
      expect(drawn(language, 400, code)).toBe(byStatus.replaceAll('REQUEST_INVALID', code));
    }
  });
});
