/** What npm's lockfile says of one installed package, as far as this file needs it. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** One platform package that its parent names and the lockfile lacks. */
export interface MissingPackage {
  /** Key in the lockfile's `packages`. */
  readonly path: string;
  readonly entry: LockedPackage;
}

const exactVersion = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/u;
const systems = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'x64'];

/**
 * Platform packages that a locked package names exactly and the lockfile leaves out. npm leaves out what it could
 * not fetch when it wrote the file, and `npm ci` then refuses the file on every machine. The entries carry no
 * integrity, since nothing was fetched; the next install that fetches one adds it.
 */
export function missingPlatformPackages(lockfile: Lockfile): readonly MissingPackage[] {
  const missing = new Map<string, LockedPackage>();
  for (const parent of Object.values(lockfile.packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const path = `node_modules/${name}`;
      const isLocked = Object.keys(lockfile.packages).some((key) => key === path || key.endsWith(`/${path}`));
      const platform = platformOf(name);
      if (isLocked || platform === undefined || !exactVersion.test(version)) continue;
      missing.set(path, {
        version,
        ...platform,
        ...(parent.dev === true ? { dev: true } : {}),
        optional: true,
      });
    }
  }
  return [...missing].map(([path, entry]) => ({ path, entry })).sort(byPath);
}

/** The same lockfile with those packages in it, in npm's order. */
export function withPlatformPackages(lockfile: Lockfile): Lockfile {
  const added = missingPlatformPackages(lockfile).map(({ path, entry }) => [path, entry] as const);
  const packages = Object.entries(lockfile.packages).concat(added.map(([path, entry]) => [path, entry]));
  // npm's own order; any other would move entries with every install.
  packages.sort(([left], [right]) => left.localeCompare(right, 'en'));
  return { ...lockfile, packages: Object.fromEntries(packages) };
}

/** The platform that a package is for, read from its name: `binding-linux-arm64-musl`, `windows-64`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> | undefined {
  const words = (name.split('/').at(-1) ?? '').split('-');
  const system = words.some((word) => word === 'win32' || word === 'windows' || word === 'win')
    ? 'win32'
    : systems.find((candidate) => words.includes(candidate));
  const processor = words.includes('64') ? 'x64' : processors.find((candidate) => words.includes(candidate));
  if (system === undefined || processor === undefined) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : glibcOf(words);
  return {
    cpu: [processor],
    ...(system === 'linux' && libc !== undefined ? { libc: [libc] } : {}),
    os: [system],
  };
}

function glibcOf(words: readonly string[]): string | undefined {
  return words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined;
}

function byPath(left: MissingPackage, right: MissingPackage): number {
  return left.path < right.path ? -1 : 1;
}
