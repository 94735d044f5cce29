import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileModels } from './compile-models.ts';
import { loadModels } from './load-models.ts';

const shared = ['shared/secret-names.yml', 'shared/dependency-classes.yml'].map((path) => ({
  path,
  text: readFileSync(new URL(`./data/${path}`, import.meta.url), 'utf8'),
}));

function compile(text: string, path = 'java/mail.yml') {
  return compileModels([{ path, text }, ...shared]);
}

const HEADER = 'framework: mail\ntitle: Mail\norigin: docs\n';

describe('loading models', () => {
  it('names the file, the line and the row of a word outside the vocabulary', () => {
    const text = `${HEADER}sinks:\n  - id: mail.send\n    kind: email\n    action: send\n    type: a.Sender\n    method: send\n`;
    expect(() => compile(text)).toThrow(/^java\/mail\.yml:6: row mail\.send: sinks\.0\.kind: .*got "email"/u);
  });

  it('names an unknown key', () => {
    const text = `${HEADER}sinks:\n  - id: mail.send\n    kind: mail\n    action: send\n    class: a.Sender\n    method: send\n`;
    expect(() => compile(text)).toThrow(/^java\/mail\.yml:\d+: row mail\.send: .*class/u);
  });

  it('refuses a row that would match by the name of a method alone', () => {
    const text = `${HEADER}sinks:\n  - { id: mail.send, kind: mail, action: send, method: send }\n`;
    expect(() => compile(text)).toThrow(/row mail\.send: .*type or typeAnnotation/u);
  });

  it('refuses an id used twice and a reference to nothing', () => {
    const row = '{ id: mail.send, kind: mail, action: send, type: a.Sender, method: send }';
    expect(() => compile(`${HEADER}sinks:\n  - ${row}\n  - ${row}\n`)).toThrow(
      /mail\.send: expected an id of its own/u,
    );
    const entry = '{ id: mail.job, kind: job, on: annotation, annotation: a.Job, parameters: mail.none }';
    expect(() => compile(`${HEADER}entries:\n  - ${entry}\n`)).toThrow(/expected the id of a parameter set/u);
  });

  it('says where YAML itself is broken and refuses aliases', () => {
    expect(() => compile(`${HEADER}sinks: [\n`)).toThrow(/^java\/mail\.yml:\d+: /u);
    expect(() => compile(`${HEADER}references: &a [x]\nsinks: *a\n`)).toThrow(/java\/mail\.yml/u);
  });

  it('takes the name of a product as it is, and words only with their translation', () => {
    const title = (written: string) =>
      compile(HEADER.replace('title: Mail', `title: ${written}`)).frameworks[0]?.title;
    expect(title('Mail')).toEqual({ en: 'Mail', ru: 'Mail' });
    expect(title('{ en: Mail, ru: Почта }')).toEqual({ en: 'Mail', ru: 'Почта' });
    expect(() => title('{ en: Mail }')).toThrow(/title/u);
  });

  it('refuses a file whose framework is not its name', () => {
    expect(() => compile(HEADER.replace('framework: mail', 'framework: post'))).toThrow(
      /framework: expected "mail"/u,
    );
  });

  it('spells out brace alternatives, also in one row for javax and jakarta', () => {
    const text = `${HEADER}sinks:\n  - { id: mail.send, kind: mail, action: send, type: '{javax,jakarta}.mail.Transport', method: send }\n`;
    expect(compile(text).sinks[0]?.type).toEqual(['javax.mail.Transport', 'jakarta.mail.Transport']);
  });

  it('reads the shipped models, each row with its framework', async () => {
    const models = await loadModels();
    expect(models.frameworks.length).toBeGreaterThan(30);
    expect(models.entries.every((row) => models.frameworks.some(({ id }) => id === row.framework))).toBe(
      true,
    );
  });

  it('survives the way through JSON that the built package takes', async () => {
    const models = await loadModels();
    const read: unknown = JSON.parse(JSON.stringify(models));
    expect(read).toEqual(models);
  });
});
