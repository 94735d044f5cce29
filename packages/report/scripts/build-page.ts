import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '..');

/** Libraries that end up inside the page. */
const BUNDLED = ['preact', 'echarts', 'cytoscape', '@dagrejs/dagre'] as const;

/**
 * Builds the page of the HTML report into one file: `node scripts/build-page.ts [FILE]`, dist/page.html by default. The
 * places %lang%, %title%, %report% and %graph% are left for the writer. Script and style are named in the policy by hash.
 */
async function main(file = join(root, 'dist/page.html')): Promise<void> {
  const { script, style } = await bundle();
  const code = forScriptElement(script);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const fill: Readonly<Record<string, string>> = {
    policy,
    style,
    script: code,
    notices: await notices(),
  };
  const template = await readFile(join(root, 'html/page-shell.txt'), 'utf8');
  await writeFile(
    file,
    template.replace(/%(policy|style|script|notices)%/g, (place, name: string) => fill[name] ?? place),
  );
}

async function bundle(): Promise<{ readonly script: string; readonly style: string }> {
  const result = await build({
    root: join(root, 'html'),
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2023',
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: { input: join(root, 'html/main.tsx'), output: { format: 'iife' } },
    },
  });
  if (!('output' in result)) throw new Error('expected one bundle from Vite');
  const script = result.output.find((part) => part.type === 'chunk');
  const style = result.output.find((part) => part.type === 'asset' && part.fileName.endsWith('.css'));
  if (script === undefined || style?.type !== 'asset' || result.output.length !== 2)
    throw new Error(`expected one script and one style, got ${result.output.map((part) => part.fileName)}`);
  return { script: script.code, style: String(style.source) };
}

/** What would end a script element, or make a browser count comments in it, can only be inside strings: there `\x3c` is `<`. */
function forScriptElement(code: string): string {
  return code.replace(/<(?=\/script|script|!--)/gi, '\\x3c').trim();
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

async function notices(): Promise<string> {
  const lines = await Promise.all(
    BUNDLED.map(async (name) => {
      const file = join(root, '../../node_modules', name, 'package.json');
      const { version, license } = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
      return `${name} ${version} (${license})`;
    }),
  );
  return `Contains ${lines.join(', ')}.`;
}

await main(process.argv[2]);
