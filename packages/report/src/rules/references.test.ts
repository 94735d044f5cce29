import { describe, expect, it } from 'vitest';
import { asvsReference, cweReference, owaspReference } from './references.ts';

describe('references', () => {
  it.each([
    [cweReference('CWE-862'), 'https://cwe.mitre.org/data/definitions/862.html'],
    [owaspReference('A01:2021'), 'https://owasp.org/Top10/2021/A01_2021-Broken_Access_Control/'],
    [
      owaspReference('A10:2025'),
      'https://owasp.org/Top10/2025/A10_2025-Mishandling_of_Exceptional_Conditions/',
    ],
    [
      owaspReference('API10:2023'),
      'https://owasp.org/API-Security/editions/2023/en/0xaa-unsafe-consumption-of-apis/',
    ],
    [
      asvsReference('16.5.1'),
      'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/0x25-V16-Security-Logging-and-Error-Handling.md',
    ],
    [owaspReference('A11:2021'), 'https://owasp.org/Top10/2021/'],
    [owaspReference('LLM01:2025'), 'https://owasp.org/projects/'],
    [asvsReference('99.1.1'), 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/'],
  ])('of $id lead to its page', ({ url }, expected) => expect(url).toBe(expected));
});
