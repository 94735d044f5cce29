import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A fresh directory that goes away with the test. */
export function scratchDirectory(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'csqa-e2e-')));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Writes files, in the order given, below a fresh directory that goes away with the test. */
export function scratchTree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = scratchDirectory();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** A controller with one entry point that is found whatever stands beside it. */
export const controller = `package shop;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Greeting {
  @GetMapping("/greeting")
  String greet(String name) {
    return name;
  }
}
`;

/** Where {@link controller} stands. */
export const controllerFile = 'src/main/java/shop/Greeting.java';

/** One string of `count` pieces. */
export function pieces(count: number, piece: (index: number) => string, separator = ''): string {
  return Array.from({ length: count }, (_, index) => piece(index)).join(separator);
}
