import { parseDocument } from 'yaml';

/** A compose file as far as the rules look at it. */
type Service = Readonly<Record<string, unknown>>;

/** Keys of a service that Timeweb Cloud Apps refuses, with what they would be for. */
const REFUSED_IN_SERVICES = [
  'volumes',
  'privileged',
  'devices',
  'cap_add',
  'extra_hosts',
  'sysctls',
  'network_mode',
  'pid',
  'ipc',
  'security_opt',
] as const;

/** Ports of the host that are the platform's own. */
const RESERVED_PORTS: ReadonlySet<string> = new Set(['80', '443']);

/**
 * What Timeweb Cloud Apps would not accept in a compose file, a sentence each; none for a file that it takes. The platform
 * gives its domain to the first service, mounts nothing, and fails a deployment where `${NAME:?}` finds no value.
 */
export function timewebObjections(text: string, first: string): string[] {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem !== undefined) return [`it is not YAML: ${problem.message}`];
  const { services = {}, ...rest } = (document.toJS() ?? {}) as {
    readonly services?: Record<string, Service>;
  };
  const names = Object.keys(services);
  return [
    ...(names[0] === first
      ? []
      : [`the first service is ${names[0] ?? 'none'}, and only the first is public: ${first}`]),
    ...names.flatMap((name) => serviceObjections(name, services[name] ?? {})),
    ...['volumes', 'networks', 'secrets', 'configs'].flatMap((key) =>
      key in rest ? [`there are ${key}`] : [],
    ),
    ...(/\$\{[^}]*:?\?/u.test(text) ? ['a variable must be set (NAME:?), which fails where it is not'] : []),
  ];
}

function serviceObjections(name: string, service: Service): string[] {
  const refused = REFUSED_IN_SERVICES.filter((key) => key in service).map((key) => `${name} has ${key}`);
  const ports = asList(service['ports']).filter((port) => RESERVED_PORTS.has(hostPort(port)));
  const waits = JSON.stringify(service['depends_on'] ?? null).includes('service_completed_successfully');
  return [
    ...refused,
    ...ports.map((port) => `${name} takes the port ${hostPort(port)} of the host`),
    ...(waits ? [`${name} waits for a service that ends`] : []),
  ];
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function hostPort(port: unknown): string {
  const parts = String(port).split(':');
  return parts.length > 1 ? (parts.at(-2) ?? '') : '';
}
