import { SOURCES } from './kernel-files.ts';
import type { SourceFile } from './service-tree.ts';

/** How dense a generated call graph is. */
export interface Density {
  /** Handlers of requests; each calls every method of the first layer with what it was sent. */
  readonly entries: number;
  /** Each method of a layer calls every one of the next; the last one also calls the first, so that all is one cycle. */
  readonly layers: number;
  /** Methods of a layer. */
  readonly width: number;
  /** Operations in each method of the last layer. */
  readonly sinks: number;
  /** Methods of a chain in which each calls the next, and a handler the first. */
  readonly chain: number;
}

/** Methods of a class of the chain: a class of ten thousand would be another case. */
const CHAIN_CLASS = 200;
const HANDLERS_OF_CLASS = 20;

/**
 * A tree whose call graph is as dense as can be: the number of ways through it is `width` to the power of `layers`, and every
 * entry point reaches every operation. The same density gives the same bytes.
 */
export function denseTree(density: Density): SourceFile[] {
  const { layers, chain, entries } = density;
  const controllers = Math.ceil(entries / HANDLERS_OF_CLASS);
  return [
    ...Array.from({ length: controllers }, (_, index) => controller(index, density)),
    ...Array.from({ length: layers }, (_, index) => layer(index, density)),
    ...Array.from({ length: Math.ceil(chain / CHAIN_CLASS) }, (_, index) => link(index, chain)),
  ];
}

function javaClass(name: string, imports: readonly string[], body: string): SourceFile {
  const lines = imports.map((each) => `import ${each};\n`).join('');
  const text = `package com.example.shop.dense;\n\n${lines}\n${body}`;
  return { path: `${SOURCES}/dense/${name}.java`, text };
}

function controller(index: number, { entries, width, chain }: Density): SourceFile {
  const first = index * HANDLERS_OF_CLASS;
  const handlers = Array.from({ length: Math.min(HANDLERS_OF_CLASS, entries - first) }, (_, offset) => {
    const calls = callsOf('Layer0', width);
    const chained = chain > 0 && first + offset === 0 ? '        Link0.step0(value);\n' : '';
    return `    @GetMapping("/h${first + offset}")
    public void handle${first + offset}(@RequestParam String value) {
${calls}${chained}    }
`;
  });
  const web = 'org.springframework.web.bind.annotation';
  return javaClass(
    `Dense${index}Controller`,
    [`${web}.GetMapping`, `${web}.RequestParam`, `${web}.RestController`],
    `@RestController\npublic class Dense${index}Controller {\n${handlers.join('\n')}}\n`,
  );
}

function layer(index: number, { layers, width, sinks }: Density): SourceFile {
  const isLast = index === layers - 1;
  const methods = Array.from({ length: width }, (_, method) => {
    const queries = Array.from(
      { length: sinks },
      (_each, sink) =>
        `        jdbc.execute("delete from t${method}_${sink} where name = '" + value + "'");\n`,
    ).join('');
    const body = isLast ? queries + callsOf('Layer0', 1) : callsOf(`Layer${index + 1}`, width);
    return `    public static void step${method}(String value) {\n${body}    }\n`;
  });
  const field = '    static org.springframework.jdbc.core.JdbcTemplate jdbc;\n\n';
  return javaClass(
    `Layer${index}`,
    [],
    `public class Layer${index} {\n${isLast ? field : ''}${methods.join('\n')}}\n`,
  );
}

function callsOf(owner: string, count: number): string {
  return Array.from({ length: count }, (_, method) => `        ${owner}.step${method}(value);\n`).join('');
}

function link(index: number, chain: number): SourceFile {
  const first = index * CHAIN_CLASS;
  const methods = Array.from({ length: Math.min(CHAIN_CLASS, chain - first) }, (_, offset) => {
    const next = first + offset + 1;
    const call = `        Link${Math.floor(next / CHAIN_CLASS)}.step${next}(value);\n`;
    return `    public static void step${next - 1}(String value) {\n${next < chain ? call : ''}    }\n`;
  });
  return javaClass(`Link${index}`, [], `public class Link${index} {\n${methods.join('\n')}}\n`);
}
