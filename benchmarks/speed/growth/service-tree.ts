import { kernelFiles } from './kernel-files.ts';
import { moduleFiles } from './module-files.ts';
import { below, type Random, seeded } from './random.ts';

/** A file of a generated tree: path with `/`, and text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One module of the tree, and the modules that it calls. */
export interface ModulePlan {
  readonly name: string;
  readonly calls: readonly string[];
}

/** Modules of one domain; they call each other and the kernel, as the parts of large applications do. */
const DOMAIN = 8;
/** Other modules that one calls. */
const FAN_OUT = 3;

/**
 * A Spring application of so many modules: in each a controller, a service, an entity, a repository, SQL, a policy and a
 * test. The same number and seed give the same bytes. Whatever its size, a module calls as many others, a class has as many members, and a
 * request reaches as much code: only the number of modules grows.
 */
export function serviceTree(modules: number, seed = 1): SourceFile[] {
  const random = seeded(seed);
  const plans = planModules(modules, random);
  return [
    ...kernelFiles(plans.map(({ name }) => name)),
    ...plans.flatMap((plan) => moduleFiles(plan, random)),
  ];
}

function planModules(count: number, random: Random): ModulePlan[] {
  const names = Array.from({ length: count }, (_, index) => `Part${index}`);
  return names.map((name, index) => {
    const first = index - (index % DOMAIN);
    const domain = names.slice(first, first + DOMAIN).filter((other) => other !== name);
    const calls = new Set<string>();
    for (let pick = 0; pick < FAN_OUT && domain.length > 0; pick++) {
      calls.add(domain[below(random, domain.length)] ?? name);
    }
    calls.delete(name);
    return { name, calls: [...calls] };
  });
}
