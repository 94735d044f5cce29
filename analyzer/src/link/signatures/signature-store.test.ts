import { describe, expect, it } from 'vitest';
import { typeName } from '../../base/ids.ts';
import { javaRules } from '../../languages/java/resolution.ts';
import type { ResolvedType } from '../resolved-type.ts';
import { signatureStore } from './signature-store.ts';

const text = [
  '=java.lang\tObject\tString\tComparable',
  '=java.util\tList\tMap\tMap$Entry',
  '@java.util',
  'List\tI<E>\t\ta:get(int)E\ts:of<T>(T)List<T>\tsv:all<T>(T[])List<T>',
  'Map$Entry\tIs<K:Comparable<-K>&Object,V>\t\ta:getValue()V',
  '@com.acme',
  'Base\tCa<T>\t;List<+T>\tp:new(int[][])\tsize=int\ts:NAME=String="a\\tb=c:d"\te:RED=com.acme.Base\tgo(Map$Entry<String,?>)',
  '',
].join('\n');

function store(read: () => string) {
  return signatureStore([{ name: 'sample', packages: ['java.util', 'com.acme'], read }], javaRules);
}

function show(type: ResolvedType): string {
  if (type.kind === 'class')
    return type.name + (type.args.length === 0 ? '' : `<${type.args.map(show).join(',')}>`);
  return type.kind === 'array' ? `${show(type.element)}[]` : 'name' in type ? type.name : type.kind;
}

describe('signature store', () => {
  it('reads a file when a type of one of its packages is first asked for, and once', () => {
    let reads = 0;
    const signatures = store(() => {
      reads++;
      return text;
    });
    expect(signatures.has(typeName('org.other.Thing'))).toBe(false);
    expect(reads).toBe(0);
    expect(signatures.has(typeName('java.util.List'))).toBe(true);
    expect(signatures.has(typeName('java.util.Absent'))).toBe(false);
    expect(reads).toBe(1);
    expect(signatures.get(typeName('java.util.List'))).toBe(signatures.get(typeName('java.util.List')));
  });

  it('reads types, parents, fields, constants, constructors and generic methods', () => {
    const shape = store(() => text).get(typeName('com.acme.Base'));
    expect(shape).toMatchObject({ kind: 'class', isAbstract: true, outer: null });
    expect(shape?.parents.map(show)).toEqual(['java.lang.Object', 'java.util.List<T>']);
    expect(shape?.methods.get('<init>')?.[0]).toMatchObject({ visibility: 'protected' });
    expect(shape?.methods.get('<init>')?.[0]?.parameters.map(show)).toEqual(['int[][]']);
    expect(shape?.fields.get('NAME')).toMatchObject({ isStatic: true, constant: 'a\tb=c:d' });
    expect(shape?.fields.get('RED')).toMatchObject({ isEnumConstant: true });
    expect(shape?.methods.get('go')?.[0]?.parameters.map(show)).toEqual([
      'java.util.Map$Entry<java.lang.String,java.lang.Object>',
    ]);
    expect(shape?.methods.get('go')?.[0]?.returns).toEqual({ kind: 'void' });
  });

  it('reads flags and bounds, and nested types with the type around them', () => {
    const signatures = store(() => text);
    const list = signatures.get(typeName('java.util.List'));
    expect(list?.methods.get('all')?.[0]).toMatchObject({
      isStatic: true,
      isVarargs: true,
      isAbstract: false,
    });
    expect(list?.methods.get('get')?.[0]).toMatchObject({ isStatic: false, isAbstract: true });
    const entry = signatures.get(typeName('java.util.Map$Entry'));
    expect(entry).toMatchObject({ outer: 'java.util.Map', isStatic: true });
    expect(entry?.parameters.map(({ bound }) => show(bound))).toEqual([
      'java.lang.Comparable<K>',
      'java.lang.Object',
    ]);
  });
});
