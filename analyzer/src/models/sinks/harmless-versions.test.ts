import { describe, expect, it } from 'vitest';
import { pomWith } from '../../../test/access-of.ts';
import { labelledFiles } from '../../../test/labelled-files.ts';

const LIBRARY = 'com.alibaba:fastjson';

/** A pom with the library in a version; an empty one is written nowhere. */
function pom(version: string, scope = 'compile'): string {
  const tags = version === '' ? '' : `<version>${version}</version><scope>${scope}</scope>`;
  return pomWith(LIBRARY).replace('</artifactId></dependency>', `</artifactId>${tags}</dependency>`);
}

/** Dangers of reading a visit from text, each as `taint confidence`. */
async function dangersOf(build: Readonly<Record<string, string>>, { rest = '', setting = '' } = {}) {
  const { sinks } = await labelledFiles({
    ...build,
    'src/main/java/org/clinic/Visits.java': `package org.clinic;
import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.parser.Feature;
import com.alibaba.fastjson.parser.ParserConfig;
class Visits {
  static { ${setting} }
  Object read(String text) { return JSON.parseObject(text, Visits.class${rest}); }
}`,
  });
  return sinks.flatMap(({ dangers, confidence }) => dangers.map(({ taint }) => `${taint} ${confidence}`));
}

const SURE = ['unsafe-deserialization certain'];

describe('a library that is a danger in its older versions', () => {
  it('is one where the tree is built with such a version, and none where it is newer', async () => {
    expect(await dangersOf({ 'pom.xml': pom('1.2.80') })).toEqual(SURE);
    expect(await dangersOf({ 'pom.xml': pom('1.2.83') })).toEqual([]);
    expect(await dangersOf({ 'pom.xml': pom('2.0.58') })).toEqual([]);
  });

  it('is perhaps one where nobody can tell the version', async () => {
    expect(await dangersOf({})).toEqual(['unsafe-deserialization possible']);
    expect(await dangersOf({ 'pom.xml': pom('') })).toEqual(['unsafe-deserialization possible']);
    expect(await dangersOf({ 'pom.xml': pom('2.0.58', 'test') })).toEqual([
      'unsafe-deserialization possible',
    ]);
  });

  it('is one in any version that is told to do what is dangerous', async () => {
    const build = { 'pom.xml': pom('2.0.58') };
    const told = (value: string) => `ParserConfig.getGlobalInstance().setAutoTypeSupport(${value});`;
    expect(await dangersOf(build, { setting: told('true') })).toEqual(SURE);
    expect(await dangersOf(build, { setting: told('false') })).toEqual([]);
    expect(await dangersOf(build, { rest: ', Feature.SupportAutoType' })).toEqual(SURE);
    expect(await dangersOf(build, { rest: ', Feature.OrderedField' })).toEqual([]);
  });

  it('is one where a module is built with an older version than another', async () => {
    const build = { 'a/pom.xml': pom('2.0.58'), 'b/pom.xml': pom('1.2.60') };
    expect(await dangersOf(build)).toEqual(SURE);
  });
});
