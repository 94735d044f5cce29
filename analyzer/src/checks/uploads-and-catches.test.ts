import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { at, entry, inputOf, method, parameter, viewOf } from '../../test/view-of.ts';
import type { CatchVerdict, Weakness } from '../flow/security-view.ts';
import { broadCatches } from './broad-catches.ts';
import { weaknesses } from './weaknesses.ts';

const rulesOf = (text: string) => weaknesses.look(inputOf(sampleOf(text).view())).map(({ rule }) => rule);

describe('uploads without a limit', () => {
  const servlet = (annotation: string) => `import javax.servlet.annotation.*;
import javax.servlet.http.*;
@WebServlet("/files") ${annotation}
class Files extends HttpServlet {
  static final long MOST = 1_000_000;
  @Override protected void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
    request.getPart("file").write("copy");
  }
}`;

  it.each([
    ['@MultipartConfig', ['A3-unbounded-upload']],
    ['@MultipartConfig(location = "/tmp", maxFileSize = -1)', ['A3-unbounded-upload']],
    ['@MultipartConfig(maxFileSize = MOST)', []],
    ['@MultipartConfig(maxRequestSize = 5_000_000)', []],
    ['', []],
  ])('are what a servlet with %s takes', (annotation, rules) => {
    expect(rulesOf(servlet(annotation))).toEqual(rules);
  });

  const setting: Weakness = {
    kind: 'unbounded-upload',
    mechanism: 'spring-settings.upload-file',
    what: 'spring.servlet.multipart.max-file-size=-1',
    symbol: 'spring.servlet.multipart.max-file-size',
    evidence: { file: at(1).file, line: 3, text: '' },
    surroundings: 'any',
    confidence: 'certain',
  };
  const look = (source: 'file' | 'query') => {
    const point = entry('store', { parameters: [parameter('upload', { source })] });
    return weaknesses.look(inputOf(viewOf({ entryPoints: [point], weaknesses: [setting] })));
  };

  it('are a finding of the settings only where something is uploaded', () => {
    expect(look('file').map(({ rule }) => rule)).toEqual(['A3-unbounded-upload']);
    expect(look('query')).toEqual([]);
  });
});

describe('a catch block around a check', () => {
  const block = (parts: Partial<CatchVerdict>): CatchVerdict => ({
    method: method('check').id,
    construct: 'catch',
    location: at(50),
    verdict: 'closed',
    relevance: {
      why: { en: 'calls TokenVerifier.verify', ru: 'вызывает TokenVerifier.verify' },
      location: at(48),
    },
    onGuard: true,
    throws: false,
    exceptions: ['Exception'],
    ...parts,
  });
  const rules = (parts: Partial<CatchVerdict>) =>
    broadCatches.look(inputOf(viewOf({ securityCatches: [block(parts)] }))).map(({ rule }) => rule);

  it.each([['Exception'], ['Throwable'], ['java.lang.Exception']])('takes %s for a refusal', (name) => {
    expect(rules({ exceptions: [name] })).toEqual(['B4-broad-catch']);
  });

  it.each<[string, Partial<CatchVerdict>]>([
    ['names what the check throws', { exceptions: ['JwtException', 'IllegalArgumentException'] }],
    ['throws something else', { throws: true }],
    ['opens the door, which says more', { verdict: 'open' }],
    ['stands around code that is no check', { onGuard: false }],
  ])('is silent where it %s', (_, parts) => {
    expect(rules(parts)).toEqual([]);
  });

  const filter = (caught: string, answer: string) => `import javax.servlet.*;
import javax.servlet.http.*;
class TokenFilter extends org.springframework.web.filter.OncePerRequestFilter {
  private com.auth0.jwt.interfaces.JWTVerifier verifier;
  @Override protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws java.io.IOException, ServletException {
    try {
      verifier.verify(request.getHeader("Authorization"));
    } catch (${caught} e) {
      ${answer}
    }
    chain.doFilter(request, response);
  }
}`;

  it.each([
    ['Exception', 'response.sendError(401); return;', ['B4-broad-catch']],
    ['com.auth0.jwt.exceptions.JWTVerificationException', 'response.sendError(401); return;', []],
    ['Exception', 'throw new ServletException(e);', []],
  ])('of a filter takes %s and does %s', (caught, answer, expected) => {
    const found = broadCatches.look(inputOf(sampleOf(filter(caught, answer)).view()));
    expect(found.map(({ rule }) => rule)).toEqual(expected);
  });
});
