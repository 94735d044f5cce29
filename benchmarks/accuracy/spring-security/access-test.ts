/** A test of Spring Security's own, as far as it is about who may call what. */
export interface AccessTest {
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** The test method sends this request and no other. */
  readonly isOnly: boolean;
  /** Simple or dotted names of the classes it registers. */
  readonly registered: readonly string[];
  /** Instead of classes: the bean files it loads, below the resources of the tests. */
  readonly beanFiles: readonly string[];
  readonly request: TestRequest;
  readonly expected: Expected;
}

export interface TestRequest {
  readonly verb: string;
  readonly path: string;
  readonly caller: Caller;
  readonly csrf: boolean;
}

/** Who sends the request: nobody, somebody with authorities, or somebody with a password that the configuration must know. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'user'; readonly authorities: readonly Authority[] }
  | { readonly kind: 'password'; readonly name: string; readonly password: string };

/** A role gets the prefix of the application, an authority is taken as it is. */
export type Authority = { readonly role: string } | { readonly authority: string };

/** `login`: 401 or a redirect; `refused`: 403; `passed`: the request reached what would answer it. */
export type Expected = 'login' | 'refused' | 'passed';

/** A test that cannot be asked of a reader of source, and why. */
export interface Skipped {
  readonly skipped: string;
}
