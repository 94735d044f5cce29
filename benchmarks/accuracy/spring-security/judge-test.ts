import type { AccessVerdict } from '../../../analyzer/src/models/labels.ts';
import type { AccessTest, Authority, Skipped } from './access-test.ts';
import type { KnownUser } from './known-users.ts';
import { type AuthorityRules, passes } from './passes.ts';

export type Judgement = 'right' | 'wrong' | 'unknown' | Skipped;

/** What the sample of a test has besides rules. */
export interface SampleFacts {
  /** Its source, all files together. */
  readonly text: string;
  /** Its bean files alone. */
  readonly beans: string;
  readonly users: readonly KnownUser[];
}

/** Requests that Spring Security's own filters answer before any rule is asked. */
const OWN_PATHS =
  /^\/(?:login|logout|oauth2|saml2?|webauthn|ott|\.well-known|default-ui\.css|userinfo|connect)(?:\/|$)/u;
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Why a test cannot be judged, whatever the verdict. */
export function refusal(test: AccessTest, { text, beans }: SampleFacts): Skipped | undefined {
  const { verb, path, csrf } = test.request;
  if (OWN_PATHS.test(path)) return { skipped: 'answered by a filter of Spring Security itself' };
  if (
    /\b(?:requiresChannel|redirectToHttps|requiresSecure|requires-channel|redirect-to-https[\w-]*)\b/u.test(
      text,
    )
  ) {
    return { skipped: 'redirect to HTTPS' };
  }
  if (text.includes('@AuthorizeReturnObject')) return { skipped: 'asked of the answer, after the handler' };
  if (/class="org\.mockito\.Mockito"|\bmock\(/u.test(beans)) return { skipped: 'a mock takes part' };
  if (/requireCsrfProtectionMatcher|<(?:\w+:)?csrf\s[^>]*request-matcher-ref/u.test(text))
    return { skipped: 'CSRF token' };
  if (!SAFE.has(verb) && !csrf && !disablesCsrf(text)) return { skipped: 'CSRF token' };
  const processing =
    verb === 'POST'
      ? 'loginProcessingUrl|login-processing-url|logoutUrl|logout-url|logoutRequestMatcher'
      : 'logoutUrl|logout-url';
  if (new RegExp(String.raw`\b(?:${processing})[(=]"${path}"`, 'u').test(text)) {
    return { skipped: 'login or logout' };
  }
  return undefined;
}

function disablesCsrf(text: string): boolean {
  if (/<(?:\w+:)?csrf\s[^>]*disabled="true"/u.test(text)) return true;
  return /csrf\(\s*(?:\w+::disable|\(?\w+\)?\s*->\s*\w+\s*\.disable\(\))|csrf\(\)\s*\.disable\(\)/u.test(
    text,
  );
}

/** Compares the verdict for the request with the status that the test expects. */
export function judgeTest(test: AccessTest, sample: SampleFacts, access: AccessVerdict): Judgement {
  const authorities = authoritiesOf(test, sample);
  if (authorities !== null && 'skipped' in authorities) return authorities;
  if (access.verdict === 'unknown') return 'unknown';
  const rules = rulesOf(sample.text);
  if (authorities === null) {
    if (test.expected === 'passed' && passesVerdict(access, [], rules) === null) return BY_CODE;
    return (test.expected === 'passed') === (access.verdict === 'public') ? 'right' : 'wrong';
  }
  if (test.expected === 'login') return { skipped: 'login asked of somebody who is logged in' };
  if (access.verdict === 'public' && access.evidence.some(({ text }) => isForStrangers(text, sample.text))) {
    return { skipped: 'rule for those who are not logged in' };
  }
  const passed = passesVerdict(access, authorities, rules);
  if (passed === null) return BY_CODE;
  return passed === (test.expected === 'passed') ? 'right' : 'wrong';
}

/** A rule for nobody but those who are not logged in: by word, by `not()`, or by a role that only they have. */
function isForStrangers(rule: string, sample: string): boolean {
  if (/\banonymous\(|\bnot\(|access="(?:is)?anonymous(?:\(\))?"/iu.test(rule)) return true;
  const granted = /granted-authority="(?<list>[^"]*)"/u.exec(sample)?.groups?.list?.split(',') ?? [];
  return granted.some((authority) => rule.includes(`'${authority.trim().replace(/^ROLE_/u, '')}'`));
}

const BY_CODE: Skipped = { skipped: 'code decides about the caller' };

function passesVerdict(
  { verdict, rule }: AccessVerdict,
  authorities: readonly Authority[],
  rules: AuthorityRules,
): boolean | null {
  if (verdict === 'authorized') return passes(rule ?? '', authorities, rules);
  return verdict === 'public' || verdict === 'authenticated';
}

/** What the caller may; null for nobody. */
function authoritiesOf(
  { request }: AccessTest,
  { text, users }: SampleFacts,
): readonly Authority[] | Skipped | null {
  const { caller } = request;
  if (caller.kind === 'nobody') return null;
  if (caller.kind === 'user') return caller.authorities;
  if (!/\bhttpBasic\b|<(?:\w+:)?http-basic\b|auto-config="true"/u.test(text)) return null;
  const known = users.find(({ name, password }) => name === caller.name && password === caller.password);
  return known === undefined ? { skipped: 'user unknown to the configuration' } : known.authorities;
}

function rulesOf(text: string): AuthorityRules {
  const prefix = /GrantedAuthorityDefaults\("(?<prefix>\w*)"\)|rolePrefix\("(?<other>\w*)"\)/u.exec(
    text,
  )?.groups;
  const implied = new Map<string, string[]>();
  for (const { groups } of text.matchAll(/\b(?<above>\w+) > (?<below>\w+)\b/gu)) {
    const above = groups?.above ?? '';
    implied.set(above, [...(implied.get(above) ?? []), groups?.below ?? '']);
  }
  return { rolePrefix: prefix?.prefix ?? prefix?.other ?? 'ROLE_', implied };
}
