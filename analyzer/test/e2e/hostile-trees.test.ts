import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '@csqa/report';
import { describe, expect, it } from 'vitest';
import { figuresOf, reportIn, reportOf, reportText, runAnalyzer } from './run-analyzer.ts';
import { controller, controllerFile, pieces, scratchDirectory, scratchTree } from './scratch-tree.ts';

/** Codes of the report's diagnostics with their files. */
function diagnosed(report: Report): readonly string[] {
  return report.diagnostics.map(({ code, file }) => (file === undefined ? code : `${code} ${file}`));
}

function expectGreeting(report: Report): void {
  expect(report.entryPoints.map(({ paths, file }) => [...paths, file])).toEqual([
    ['/greeting', controllerFile],
  ]);
}

const pythonAndScript = {
  'package.json':
    '{ "name": "shop", "dependencies": { "express": "5.1.0", "pg": "8.16.0" }, "devDependencies": { "vitest": "3.0.0" } }',
  'requirements.txt': 'flask==3.1.0\nrequests>=2\n',
  'src/app.py': 'import flask\n\ndef login(password):\n    print(password)\n',
  'web/index.js': 'export const greet = (name) => `hello ${name}`;\n',
  '.env': 'DB_PASSWORD=hunter2-from-the-tree\nDB_HOST=localhost\n',
  'compose.yml': 'services:\n  db:\n    environment:\n      POSTGRES_PASSWORD: ${DB_PASSWORD}\n',
};

describe('a tree without Java', () => {
  it('is measured in what needs no code: languages, dependencies and secrets in configuration', async () => {
    const outcome = await runAnalyzer(scratchTree(pythonAndScript));
    const report = reportIn(outcome);
    const { D1, E1, C3, ...others } = figuresOf(report);
    expect(D1).toBe(0.25);
    expect(E1).toBeGreaterThan(0);
    expect(C3).toBe(0);
    expect(report.metrics.find(({ id }) => id === 'C3')?.distribution).toContainEqual(
      expect.objectContaining({ label: 'configuration', value: 2 }),
    );
    for (const [id, reason] of Object.entries(others))
      expect(`${id}: ${reason}`).toMatch(/^\w\d: [a-z].{10,}/u);
    expect(report.aggregate.measured).toEqual(['C3', 'D1', 'E1']);
    expect(reportText(outcome)).not.toContain('hunter2-from-the-tree');
  });

  it('gives the same bytes twice', async () => {
    const root = scratchTree(pythonAndScript);
    expect(reportText(await runAnalyzer(root))).toBe(reportText(await runAnalyzer(root)));
  });

  it('is measured where it holds no language that is known at all', async () => {
    const report = await reportOf(
      scratchTree({ 'notes.txt': 'nothing to see', 'data.bin': Buffer.from([0, 1, 2]) }),
    );
    expect(report.files.analysed).toBe(0);
    expect(report.aggregate.confidence).toBeLessThanOrEqual(1);
    expect(report.entryPoints).toEqual([]);
    expect(figuresOf(report).D1).toMatch(/programming language/u);
  });
});

describe('files that cannot be read as source', () => {
  it('leave the rest analysed: invalid UTF-8, binary, too large, a directory with the name of a file', async () => {
    const root = scratchTree({
      [controllerFile]: controller,
      'src/main/java/shop/Latin.java': Buffer.concat([
        Buffer.from('package shop; class Latin { String s = "'),
        Buffer.from([0xe9, 0xff, 0xfe]),
        Buffer.from('"; }'),
      ]),
      'src/main/java/shop/Binary.java': Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]),
      'src/main/java/shop/Directory.java/inner.txt': 'x',
      'src/main/java/shop/Empty.java': '',
      'src/main/java/shop/Large.java': 'package shop; class Large { }',
    });
    truncateSync(join(root, 'src/main/java/shop/Large.java'), 50 * 1024 * 1024);
    const report = await reportOf(root);
    expectGreeting(report);
    expect(diagnosed(report)).toEqual(
      expect.arrayContaining([
        'invalid-utf8 src/main/java/shop/Latin.java',
        'file-too-large src/main/java/shop/Large.java',
        'binary-source src/main/java/shop/Binary.java',
      ]),
    );
    // Two stages read each file; what is wrong with it is told once.
    expect(diagnosed(report)).toHaveLength(new Set(diagnosed(report)).size);
    expect(report.files.skipped).toEqual(
      expect.arrayContaining([
        { reason: 'too-large', files: 1 },
        { reason: 'binary', files: 1 },
      ]),
    );
  });

  it('are told where permission is missing', async (context) => {
    const root = scratchTree({
      [controllerFile]: controller,
      'src/main/java/shop/Secret.java': 'class Secret { }',
    });
    const file = join(root, 'src/main/java/shop/Secret.java');
    chmodSync(file, 0o000);
    if (spawnSync('cat', [file], { stdio: 'ignore' }).status === 0) {
      context.skip('this user reads files whatever their permissions (root)');
    }
    const report = await reportOf(root);
    expectGreeting(report);
    expect(diagnosed(report)).toContain('file-unreadable src/main/java/shop/Secret.java');
  });

  it('with a syntax error are analysed as far as they can be', async () => {
    const broken = controller
      .replace('class Greeting {', 'class Greeting { void open( { int = ; }')
      .replace('/greeting', '/broken')
      .replaceAll('Greeting', 'Broken');
    const report = await reportOf(
      scratchTree({
        [controllerFile]: controller,
        'src/main/java/shop/Broken.java': broken,
        'src/main/java/shop/Cut.java': 'package shop; class Cut { void m() { foo(bar[',
      }),
    );
    expect(report.entryPoints.map(({ paths }) => paths[0])).toContain('/greeting');
    expect(diagnosed(report)).toEqual(
      expect.arrayContaining([
        'syntax-error src/main/java/shop/Broken.java',
        'syntax-error src/main/java/shop/Cut.java',
      ]),
    );
  });
});

describe('links that leave the tree', () => {
  it('are not followed, and nothing of what they lead to is told', async () => {
    const elsewhere = scratchTree({
      'Outside.java': controller
        .replaceAll('greeting', 'outside-marker')
        .replaceAll('Greeting', 'OutsideMarker'),
      'application.properties': 'spring.datasource.password=outside-marker\n',
      'package.json': '{ "name": "outside-marker", "dependencies": { "outside-marker": "1" } }',
    });
    const root = scratchTree({ [controllerFile]: controller, 'src/main/resources/readme.txt': 'x' });
    symlinkSync(join(elsewhere, 'Outside.java'), join(root, 'src/main/java/shop/Outside.java'));
    symlinkSync(elsewhere, join(root, 'src/main/java/linked'));
    symlinkSync(
      join(elsewhere, 'application.properties'),
      join(root, 'src/main/resources/application.properties'),
    );
    symlinkSync(join(elsewhere, 'package.json'), join(root, 'package.json'));
    symlinkSync('/dev/zero', join(root, '.gitignore'));
    symlinkSync(root, join(root, 'src/loop'));
    symlinkSync(join(root, 'nowhere'), join(root, 'dangling.java'));
    const outcome = await runAnalyzer(root);
    expectGreeting(reportIn(outcome));
    expect(reportText(outcome) + outcome.log + JSON.stringify(outcome.events)).not.toMatch(
      /outside-?marker/iu,
    );
    expect(reportIn(outcome).files.skipped).toContainEqual({ reason: 'symlink', files: 7 });
  });

  it('to a pipe and a pipe itself do not keep the run waiting', async () => {
    const root = scratchTree({ [controllerFile]: controller });
    for (const name of ['pom.xml', 'Pipe.java', '.gitignore', 'package.json'])
      execFileSync('mkfifo', [join(root, name)]);
    expectGreeting(await reportOf(root));
  });
});

describe('names that are made to harm', () => {
  it('stand in the report as text, and the report stays within its contract', async () => {
    const long = 'n'.repeat(10_000);
    const endless = 'e'.repeat(100_000);
    const root = scratchTree({
      [controllerFile]: controller,
      'src/main/java/shop/Long.java': `package shop; class C${long} { Object m${long}(Object p${long}) { return m${long}(p${long}); } }`,
      'src/main/java/shop/Endless.java': `package shop; import org.springframework.web.bind.annotation.*; @RestController class E${endless} { @GetMapping("/${endless}") Object m${endless}(@RequestParam Object p${endless}, java.sql.Statement s) throws Exception { s.execute("" + p${endless}); return m${endless}(p${endless}, s); } }`,
      'src/main/java/shop/<script>alert(1)<script>.java': 'package shop; class Markup { }',
      'src/main/java/shop/\u202egnp.java':
        'package shop; class Mirror { void \u0430dmin() { } void admin() { } }',
      'src/main/java/shop/`$(reboot)`.java': 'package shop; class Shell { }',
      "src/main/java/shop/'; DROP TABLE x; --.java": 'package shop; class Sql { }',
      'src/main/java/__proto__/constructor.java':
        'package __proto__; class constructor { void toString(constructor hasOwnProperty) { valueOf(); } class __proto__ { } }',
      'src/main/java/shop/Paths.java': `package shop; import org.springframework.web.bind.annotation.*; @RestController class Paths {
        @GetMapping("/<script>\\u202e\\ud800\\u0000") String a(String b) { return b; }
        @GetMapping("/__proto__/{constructor}") String c(String d) { return d; } }`,
    });
    writeFileSync(join(root, 'src/main/java/shop/new\nline.java'), 'package shop; class NewLine { }');
    const first = await runAnalyzer(root);
    const report = reportIn(first);
    expect(report.entryPoints.map(({ paths }) => paths[0])).toEqual(
      expect.arrayContaining(['/greeting', '/__proto__/{constructor}']),
    );
    expect(reportText(first)).toBe(reportText(await runAnalyzer(root)));
  });

  it('do not grow with the number of routes of one method', async () => {
    const routes = `package shop; import org.springframework.web.bind.annotation.*;
      @RestController @RequestMapping({${pieces(300, (n) => `"/a${n}"`, ',')}}) class Routes {
      ${pieces(50, (n) => `@RequestMapping(path={${pieces(300, (k) => `"/b${n}-${k}"`, ',')}}) String m${n}(@RequestParam String q) { return q; }`)} }`;
    const same = `package shop; import org.springframework.web.bind.annotation.*; @RestController class Same {
      ${pieces(300, (n) => `@GetMapping("/same") String m${n}(@RequestParam String q) { return q; }`)} }`;
    const outcome = await runAnalyzer(
      scratchTree({ 'src/main/java/shop/Routes.java': routes, 'src/main/java/shop/Same.java': same }),
    );
    const report = reportIn(outcome);
    expect(report.entryPoints.filter(({ paths }) => paths[0] === '/same')).toHaveLength(300);
    expect(report.entryPoints).toHaveLength(350);
    expect(reportText(outcome).length).toBeLessThan(8_000_000);
  });
});

describe('build and settings files that are made to harm', () => {
  const resources = 'src/main/resources';

  it.each([
    [
      'aliases that double',
      `${resources}/application.yml`,
      `a: &a [x, x]\n${pieces(20, (n) => `k${n}: &k${n} [*${n === 0 ? 'a' : `k${n - 1}`}, *${n === 0 ? 'a' : `k${n - 1}`}]\n`)}`,
    ],
    ['brackets without end', `${resources}/application.yml`, '['.repeat(20_000)],
    ['maps in maps', `${resources}/application.yml`, `${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
    ['levels of indentation', `${resources}/application.yml`, pieces(1_000, (n) => `${' '.repeat(n)}a:\n`)],
    [
      'placeholders that double',
      `${resources}/application.properties`,
      pieces(4_000, (n) => `a${n}=\${a${n + 1}}\${a${n + 1}}\n`),
    ],
    ['placeholders in a ring', `${resources}/application.properties`, 'a=${b}\nb=${a}\nc=${c:${c}}\n'],
    [
      'entities that double',
      'pom.xml',
      `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">${pieces(9, (n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`)}]><project><groupId>&j;</groupId><artifactId>a</artifactId></project>`,
    ],
    [
      'an outside entity',
      'pom.xml',
      '<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/passwd">]><project><groupId>&a;</groupId><artifactId>a</artifactId></project>',
    ],
    ['elements without end', 'pom.xml', `<project>${'<a>'.repeat(100_000)}`],
    [
      'a parent that is itself',
      'pom.xml',
      '<project><parent><groupId>g</groupId><artifactId>r</artifactId><version>1</version><relativePath>pom.xml</relativePath></parent><groupId>g</groupId><artifactId>r</artifactId><version>${v}</version><properties><v>${w}</v><w>${v}</w></properties><modules><module>.</module><module>../..</module></modules></project>',
    ],
    ['objects without end', 'package.json', '{"dependencies":'.repeat(50_000)],
    [
      'a script of strings',
      'build.gradle',
      `dependencies { implementation '${'a'.repeat(300_000)}:b:c'\n${pieces(5_000, (n) => `implementation "g:a${n}:1"\n`)}`,
    ],
    ['patterns with many stars', '.gitignore', `${'a*'.repeat(60)}b\n${'**/'.repeat(200)}x\n[[[[[\n\\\n!\n`],
    ['patterns without end', '.gitignore', pieces(5_000, (n) => `**/a*${n}*b*/**/c*\n`)],
  ])('%s leave the code analysed', async (_what, file, text) => {
    const tall = `src/main/java/${'a'.repeat(120)}/${'a'.repeat(120)}.java`;
    const report = await reportOf(
      scratchTree({ [controllerFile]: controller, [tall]: 'class A { }', [file]: text }),
    );
    expectGreeting(report);
    expect(JSON.stringify(report)).not.toContain('root:x:0');
  });

  it('a tree as deep as the system allows is walked without recursion', async () => {
    const root = scratchTree({ [controllerFile]: controller });
    const level = 'd'.repeat(10);
    let directory = root;
    for (let depth = 0; depth < 300; depth++) directory = join(directory, level);
    mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, 'Deep.java'), 'class Deep { }');
    const report = await reportOf(root);
    expectGreeting(report);
    expect(report.files.skipped).toContainEqual({ reason: 'too-deep', files: expect.any(Number) });
  });

  it('an out directory inside the tree is not analysed with it', async () => {
    const root = scratchTree({ [controllerFile]: controller });
    const out = join(root, 'csqa-out');
    const first = await runAnalyzer(root, { out });
    const text = reportText(first);
    expect(reportText(await runAnalyzer(root, { out: scratchDirectory() }))).toBeTypeOf('string');
    expectGreeting(reportIn(first));
    expect(text).not.toContain('csqa-out');
  });
});
