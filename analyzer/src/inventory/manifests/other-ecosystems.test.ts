import { describe, expect, it } from 'vitest';
import { relativePath } from '../../base/ids.ts';
import type { DependencyFacts, EcosystemReader } from './ecosystem.ts';
import { go } from './go.ts';
import { npm } from './npm.ts';
import { python } from './python.ts';

const read = (ecosystem: EcosystemReader, files: Readonly<Record<string, string>>) =>
  ecosystem.read(
    Object.entries(files).flatMap(([name, text]) => {
      const path = relativePath(name);
      const format = ecosystem.formatOf(path);
      return format === null ? [] : [{ path, format, text }];
    }),
  );

const shown = ({ group, name, version, scope, line, target }: DependencyFacts): string =>
  `${line} ${group === null ? '' : `@${group}/`}${name} ${version ?? '?'} ${scope}${target === null ? '' : ` -> ${target}`}`;

describe('npm', () => {
  it('reads every section with lines, and links packages of the same tree', () => {
    const { dependencies, ownGroups } = read(npm, {
      'package.json': `{
\t"name": "@acme/shop",
\t"dependencies": {
\t\t"express": "^4.19.0",
\t\t"@acme/core": "workspace:*"
\t},
\t"devDependencies": { "vitest": "3" },
\t"peerDependencies": { "react": "*" },
\t"optionalDependencies": { "fsevents": "2" }
}`,
      'core/package.json': '{ "name": "@acme/core", "version": "1.0.0" }',
    });
    expect(dependencies.map(shown)).toEqual([
      '4 express ^4.19.0 runtime',
      '5 @acme/core workspace:* runtime -> core',
      '7 vitest 3 build',
      '8 react * provided',
      '9 fsevents 2 optional',
    ]);
    expect(ownGroups.map(({ group }) => group)).toEqual(['acme', 'acme']);
  });

  it('keeps what it can of a broken file and says where it breaks', () => {
    const { dependencies, diagnostics } = read(npm, {
      'package.json': '{\n"dependencies": {"a": "1"},\n"b": [,\n',
    });
    expect(dependencies.map((one) => one.name)).toEqual(['a']);
    expect(diagnostics).toMatchObject([{ code: 'manifest-unreadable', line: expect.any(Number) }]);
  });

  it('is not surprised by other shapes', () => {
    expect(read(npm, { 'package.json': '[]' }).modules).toEqual([]);
    expect(read(npm, { 'package.json': '{"dependencies": ["a"], "name": 3}' }).dependencies).toEqual([]);
    expect(read(npm, { 'package.json': '' }).dependencies).toEqual([]);
  });
});

describe('python', () => {
  it('reads requirement lists', () => {
    const { dependencies } = read(python, {
      'requirements.txt': `# web
Django==5.0.1  # pinned
requests[socks]>=2.31,<3 ; python_version > "3.8"
-r other.txt
./local
git+https://example.org/x.git
pkg @ https://example.org/pkg.zip
flask==3.0 \\
    --hash=sha256:aa
`,
      'requirements-dev.txt': 'ruff\n',
      'requirements/test.txt': 'pytest\n',
    });
    expect(dependencies.map(shown)).toEqual([
      '2 django 5.0.1 runtime',
      '3 requests >=2.31,<3 runtime',
      '7 pkg ? runtime',
      '8 flask 3.0 runtime',
      '1 ruff ? build',
      '1 pytest ? test',
    ]);
  });

  it('reads pyproject.toml of the standard and of Poetry', () => {
    const { dependencies, modules } = read(python, {
      'api/pyproject.toml': `[project]
name = "Api"
version = "1.2"
dependencies = [
  "fastapi>=0.110",
]
[project.optional-dependencies]
redis = ["redis==5"]
test = ["pytest"]
[build-system]
requires = ["hatchling"]`,
      'job/pyproject.toml': `[tool.poetry]
name = "job"
[tool.poetry.dependencies]
python = "^3.12"
celery = "^5.3"
boto3 = { version = "1.34", optional = true }
[tool.poetry.group.dev.dependencies]
mypy = "*"`,
    });
    expect(dependencies.map(shown)).toEqual([
      '5 fastapi >=0.110 runtime',
      '8 redis 5 optional',
      '9 pytest ? test',
      '11 hatchling ? build',
      '5 celery ^5.3 runtime',
      '6 boto3 1.34 optional',
      '8 mypy ? build',
    ]);
    expect(modules.map(({ dir, name, version }) => [dir, name, version])).toEqual([
      ['api', 'Api', '1.2'],
      ['job', 'job', null],
    ]);
  });
});

describe('go', () => {
  it('reads direct requirements and local replacements', () => {
    const { dependencies, modules } = read(go, {
      'go.mod': `module example.org/shop

go 1.22

require github.com/gin-gonic/gin v1.10.0
require (
	example.org/shop/core v0.0.0
	golang.org/x/crypto v0.24.0 // indirect
	gorm.io/gorm v1.25.0 // keep
)
replace example.org/shop/core => ./core
`,
      'core/go.mod': 'module example.org/shop/core\n',
    });
    expect(dependencies.map(shown)).toEqual([
      '5 github.com/gin-gonic/gin v1.10.0 runtime',
      '7 example.org/shop/core v0.0.0 runtime -> core',
      '9 gorm.io/gorm v1.25.0 runtime',
    ]);
    expect(modules.map((module) => module.name)).toEqual(['example.org/shop', 'example.org/shop/core']);
  });
});
