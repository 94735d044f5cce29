import { describe, expect, it } from 'vitest';
import { inputsOf, linked, methodNamed, type Sources } from '../../test/program-of.ts';

const SERVICE = {
  'main/Store.java': 'package a; public interface Store { void keep(); }',
  'main/Disk.java': 'package a; public class Disk implements Store { public void keep() {} }',
  'main/Service.java': 'package a; public class Service { Store store; void run() { store.keep(); } }',
};
const FAKE =
  'package a; class FakeStore implements Store { public void keep() { new Service().run(); } void twice(Store other) { other.keep(); } }';

async function linkedWith(code: Sources, tests: Sources) {
  return linked([...(await inputsOf(code)), ...(await inputsOf(tests, 'test'))]);
}

describe('test code beside a program', () => {
  it('is called by nothing that the program calls, though it stands below an interface of it', async () => {
    const program = await linkedWith(SERVICE, { 'test/FakeStore.java': FAKE });
    expect(methodNamed(program, 'a.Service.run').calls[0]).toMatchObject({
      resolution: { status: 'exact' },
      targets: [{ method: 'a.Store#keep()' }, { method: 'a.Disk#keep()' }],
    });
    expect(methodNamed(program, 'a.Store.keep').overriddenBy).toEqual(['a.Disk#keep()']);
  });

  it('changes nothing of the program, however much of it there is', async () => {
    const [alone, beside] = await Promise.all([
      linkedWith(SERVICE, {}),
      linkedWith(SERVICE, { 'test/FakeStore.java': FAKE, 'test/Disk.java': 'package a; class Disk {}' }),
    ]);
    const callsOf = (program: typeof alone) =>
      program.methods
        .filter(({ owner }) => owner.file.role !== 'test')
        .map(({ id, calls }) => ({ id, calls }));
    expect(callsOf(beside)).toEqual(callsOf(alone));
    expect(beside.coverage).toEqual(alone.coverage);
  });

  it('sees the program', async () => {
    const program = await linkedWith(SERVICE, { 'test/FakeStore.java': FAKE });
    const called = methodNamed(program, 'a.FakeStore.keep').calls.flatMap(({ targets }) => targets);
    expect(called.map(({ method }) => method)).toEqual(['a.Service#<init>()', 'a.Service#run()']);
    expect(methodNamed(program, 'a.FakeStore.twice').calls[0]?.targets).toHaveLength(2);
  });

  it('is seen by the program where that names it, for then it was taken for a test by mistake', async () => {
    const code = {
      ...SERVICE,
      'main/Clinic.java':
        'package b; import a.LabTest; class Clinic { void order(LabTest test) { test.run(); } }',
    };
    const program = await linkedWith(code, {
      'test/LabTest.java': 'package a; public class LabTest extends BaseTest { }',
      'test/BaseTest.java': 'package a; public class BaseTest { public void run() { } }',
      'test/FakeStore.java': FAKE,
    });
    const [call] = methodNamed(program, 'b.Clinic.order').calls;
    expect(call?.targets.map(({ method }) => method)).toEqual(['a.BaseTest#run()']);
    expect(methodNamed(program, 'a.Store.keep').overriddenBy).toEqual(['a.Disk#keep()']);
  });

  it('is seen where a member of it is named in full', async () => {
    const code = {
      ...SERVICE,
      'main/Clinic.java':
        'package b; class Clinic { void order() { a.LabTest.Kind.all(); } a.LabTest.Kind kind; }',
    };
    const program = await linkedWith(code, {
      'test/LabTest.java':
        'package a; public class LabTest { public static class Kind { public static void all() { } } }',
    });
    expect(methodNamed(program, 'b.Clinic.order').calls[0]?.targets).toMatchObject([
      { method: 'a.LabTest$Kind#all()' },
    ]);
  });

  it('is not looked for at every dot of a name without end', async () => {
    const dots = 'a.'.repeat(50_000);
    const code = {
      ...SERVICE,
      'main/Long.java': `package b; import ${dots}Thing; class Long { Thing thing; }`,
    };
    const program = await linkedWith(code, { 'test/FakeStore.java': FAKE });
    expect(methodNamed(program, 'a.Store.keep').overriddenBy).toEqual(['a.Disk#keep()']);
  });
});
