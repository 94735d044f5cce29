/** A category of a public catalogue: its name and the page about it. */
export interface Reference {
  readonly id: string;
  /** English name as published; empty where this version does not know it. */
  readonly name: string;
  readonly url: string;
}

const top10: Readonly<Record<string, readonly string[]>> = {
  '2021': [
    'Broken_Access_Control',
    'Cryptographic_Failures',
    'Injection',
    'Insecure_Design',
    'Security_Misconfiguration',
    'Vulnerable_and_Outdated_Components',
    'Identification_and_Authentication_Failures',
    'Software_and_Data_Integrity_Failures',
    'Security_Logging_and_Monitoring_Failures',
    'Server-Side_Request_Forgery_(SSRF)',
  ],
  '2025': [
    'Broken_Access_Control',
    'Security_Misconfiguration',
    'Software_Supply_Chain_Failures',
    'Cryptographic_Failures',
    'Injection',
    'Insecure_Design',
    'Authentication_Failures',
    'Software_or_Data_Integrity_Failures',
    'Security_Logging_and_Alerting_Failures',
    'Mishandling_of_Exceptional_Conditions',
  ],
};

/** API Security Top 10 of 2023; the pages are numbered in hexadecimal. */
const apiTop10: readonly string[] = [
  'broken-object-level-authorization',
  'broken-authentication',
  'broken-object-property-level-authorization',
  'unrestricted-resource-consumption',
  'broken-function-level-authorization',
  'unrestricted-access-to-sensitive-business-flows',
  'server-side-request-forgery',
  'security-misconfiguration',
  'improper-inventory-management',
  'unsafe-consumption-of-apis',
];

/** Chapters of ASVS 5.0.0, from V1 on; their files are numbered from 0x10 on. */
const asvsChapters: readonly string[] = [
  'Encoding-and-Sanitization',
  'Validation-and-Business-Logic',
  'Web-Frontend-Security',
  'API-and-Web-Service',
  'File-Handling',
  'Authentication',
  'Session-Management',
  'Authorization',
  'Self-contained-Tokens',
  'OAuth-and-OIDC',
  'Cryptography',
  'Secure-Communication',
  'Configuration',
  'Data-Protection',
  'Secure-Coding-and-Architecture',
  'Security-Logging-and-Error-Handling',
  'WebRTC',
];

/** `CWE-862`. */
export function cweReference(id: string): Reference {
  return { id, name: '', url: `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html` };
}

/** `A01:2021`, `A10:2025`, `API5:2023`; the page of all OWASP projects for anything else. */
export function owaspReference(id: string): Reference {
  const [, list = '', number = '', year = ''] = /^(A|API)(\d{1,2}):(\d{4})$/.exec(id) ?? [];
  const position = Number(number) - 1;
  if (list === 'A') {
    const name = top10[year]?.[position];
    const page = name === undefined ? '' : `${id.replace(':', '_')}-${encodeURI(name)}/`;
    return { id, name: spaced(name), url: `https://owasp.org/Top10/${year}/${page}` };
  }
  const name = list === 'API' && year === '2023' ? apiTop10[position] : undefined;
  if (name === undefined) return { id, name: '', url: 'https://owasp.org/projects/' };
  const page = `0xa${(position + 1).toString(16)}-${name}`;
  return { id, name: spaced(name), url: `https://owasp.org/API-Security/editions/2023/en/${page}/` };
}

/** `8.3.1` of ASVS 5.0.0. */
export function asvsReference(requirement: string): Reference {
  const chapter = Number(requirement.split('.')[0]);
  const name = asvsChapters[chapter - 1];
  const home = 'https://github.com/OWASP/ASVS/blob/v5.0.0/5.0/en/';
  const file = name === undefined ? '' : `0x${chapter + 9}-V${chapter}-${name}.md`;
  return { id: `ASVS ${requirement}`, name: spaced(name), url: home + file };
}

function spaced(name: string | undefined): string {
  const words = (name ?? '').replaceAll(/[_-]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
