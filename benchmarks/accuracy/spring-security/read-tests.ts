import type { ConstantExpression } from '../../../analyzer/src/facts/constants.ts';
import type {
  Annotation,
  MethodDeclaration,
  TypeDeclaration,
} from '../../../analyzer/src/facts/declarations.ts';
import type { FileFacts } from '../../../analyzer/src/facts/file-facts.ts';
import type { CallOperation, OperationIndex } from '../../../analyzer/src/facts/operations.ts';
import type { AccessTest, Authority, Caller, Expected, Skipped } from './access-test.ts';
import { type BodyReader, readBody } from './body-reader.ts';
import { readRequest } from './read-request.ts';
import { readMembers, type TestMembers } from './test-members.ts';

/** A test method that sends requests, read or left out. */
export type ReadTest = AccessTest | (Skipped & Pick<AccessTest, 'isOnly'>);

/** All requests that the test methods of a file send through MockMvc; a method that sends none is left out. */
export function readTests(facts: FileFacts): readonly ReadTest[] {
  const outer = facts.types.find((type) => type.outer === null);
  if (outer === undefined) return [];
  return outer.methods
    .filter(({ annotations }) =>
      annotations.some(({ name }) => name === 'Test' || name === 'ParameterizedTest'),
    )
    .flatMap((method) => {
      const body = readBody(method);
      const sent = body.operations.flatMap((operation) =>
        operation.kind === 'call' && operation.name === 'perform' ? [operation] : [],
      );
      const place = { file: facts.path, name: method.name, isOnly: sent.length === 1 };
      return sent.map((perform) => ({
        ...place,
        line: sent.length === 1 ? method.line : perform.nameLine,
        ...readTest({ outer, method, body, perform }),
      }));
    });
}

interface TestContext {
  readonly outer: TypeDeclaration;
  readonly method: MethodDeclaration;
  readonly body: BodyReader;
  readonly perform: CallOperation;
}

function readTest({
  outer,
  method,
  body,
  perform,
}: TestContext): Omit<AccessTest, 'file' | 'name' | 'line' | 'isOnly'> | Skipped {
  const members = readMembers(outer);
  const configured = configuredBy(body, members);
  if ('skipped' in configured) return configured;
  const expected = expectedOf(body, perform);
  if (typeof expected !== 'string') return expected;
  const annotated = annotatedCaller(method.annotations) ??
    annotatedCaller(outer.annotations) ?? { kind: 'nobody' };
  if ('skipped' in annotated) return annotated;
  const [argument] = perform.args;
  const request = readRequest(body, argument === undefined ? [] : body.chain(argument), {
    annotated,
    members,
  });
  if ('skipped' in request) return request;
  return { ...configured, request, expected };
}

/** What a test runs with: the classes in its one `register(A.class, B.class)`, or its bean files. */
function configuredBy(
  body: BodyReader,
  members: TestMembers,
): Pick<AccessTest, 'registered' | 'beanFiles'> | Skipped {
  const named = (name: string) => body.calls.filter((call) => call.name === name);
  if (named('context').length > 0) return { skipped: 'a context made by code' };
  const [located, ...others] = named('configLocations');
  if (located !== undefined) {
    const locations = located.args.map((argument) => locationAt(body, members, argument));
    const beanFiles = locations.filter((each) => each !== null);
    if (others.length > 0 || beanFiles.length !== located.args.length || named('register').length > 0)
      return { skipped: 'no single configLocations(…)' };
    return { registered: [], beanFiles };
  }
  const [register, ...more] = named('register');
  const classes = (register?.args ?? []).flatMap((argument) => {
    const operation = body.operation(argument);
    return operation?.kind === 'class-literal' ? [operation.type.name] : [];
  });
  if (more.length > 0 || classes.length === 0 || classes.length !== register?.args.length)
    return { skipped: 'no single register(…)' };
  return { registered: classes, beanFiles: [] };
}

/** `this.xml("Name")`, a method of the test class, or the location itself. */
function locationAt(body: BodyReader, members: TestMembers, argument: OperationIndex): string | null {
  const operation = body.operation(argument);
  if (operation?.kind !== 'call') return body.text(argument);
  const name = body.text(operation.args[0]);
  return name === null ? null : members.textOf(operation.name, name);
}

const STATUS: Readonly<Record<string, Expected>> = {
  isOk: 'passed',
  is2xxSuccessful: 'passed',
  isNoContent: 'passed',
  isCreated: 'passed',
  isNotFound: 'passed',
  isUnauthorized: 'login',
  isFound: 'login',
  is3xxRedirection: 'login',
  isForbidden: 'refused',
};

/** What is expected of the response to `perform(…)`: its one status, or that it leads to the login page. */
function expectedOf(body: BodyReader, perform: CallOperation): Expected | Skipped {
  const matchers = body.calls
    .filter(({ name }) => name === 'andExpect' || name === 'andExpectAll')
    .filter(({ object }) => object !== null && body.starts(object, perform))
    .flatMap(({ args }) => args.map((argument) => body.chain(argument)));
  const statuses = matchers.flatMap(([start, ...links]) =>
    start?.name === 'status' ? [links.at(-1)?.name ?? ''] : [],
  );
  if (statuses.length > 1) return { skipped: 'more than one status expected' };
  const [status] = statuses;
  if (status !== undefined) return STATUS[status] ?? { skipped: 'status that says nothing of access' };
  const target = matchers.find(([start]) => start?.name === 'redirectedUrl')?.[0]?.args[0];
  return body.text(target)?.endsWith('/login') ? 'login' : { skipped: 'no status expected' };
}

/** `@WithMockUser(roles = "ADMIN")`. */
function annotatedCaller(annotations: readonly Annotation[]): Caller | Skipped | undefined {
  for (const { name, args } of annotations) {
    if (name === 'WithAnonymousUser') return { kind: 'nobody' };
    if (name === 'WithMockUser') {
      const argument = (key: string) => args.find((each) => each.name === key)?.value;
      const authorities = argument('authorities');
      const roles = argument('roles');
      const texts = constantTexts(authorities ?? roles);
      if (texts === null) return { skipped: 'user built elsewhere' };
      const given = texts.map((text): Authority => (authorities ? { authority: text } : { role: text }));
      return { kind: 'user', authorities: authorities || roles ? given : [{ role: 'USER' }] };
    }
    if (name.startsWith('With')) return { skipped: 'another way to log in, or a request made by code' };
  }
  return undefined;
}

function constantTexts(value: ConstantExpression | undefined): readonly string[] | null {
  if (value === undefined) return [];
  if (value.kind === 'literal') return [value.value];
  if (value.kind !== 'array') return null;
  const all = value.items.map(constantTexts);
  return all.every((each) => each !== null) ? all.flat() : null;
}
