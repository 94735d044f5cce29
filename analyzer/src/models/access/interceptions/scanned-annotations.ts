import type { ProgramType } from '../../../link/program.ts';
import type { MatchTools } from '../../match/match-tools.ts';
import type { InterceptionRow } from '../../schema/access-rows.ts';
import { type Application, isPackageIn, scannedPackages } from '../applications.ts';
import type { BeanCondition, BeanConditions } from '../bean-conditions.ts';

type Scanned = InterceptionRow['annotations'][number]['scanned'];

interface ScanContext {
  readonly tools: MatchTools;
  readonly application: Application;
  readonly conditions: BeanConditions;
}

/**
 * Whether anything looks for an annotation on a class. A web server does `always`; a program that brings its own server does
 * where a scan is asked for and holds the class, else `never`.
 */
export function foundByScan(
  { tools, application, conditions }: ScanContext,
  type: ProgramType,
  scanned: Scanned,
): BeanCondition | 'always' | 'never' {
  if (scanned === undefined || application.root === null) return 'always';
  const isOurs = (each: ProgramType) => application.includes(each);
  const scans = tools.annotations
    .typesWith(scanned.by)
    .filter(isOurs)
    .filter((each) =>
      scannedPackages(tools, scanned.by, each).some((pack) => isPackageIn(type.file.facts.package, pack)),
    )
    .map((each) => conditions.ofType(each));
  const found =
    scans.find(({ state }) => state === 'active') ?? scans.find(({ state }) => state === 'unknown');
  if (found !== undefined) return found;
  const [deployer] = tools.typesBelow(scanned.orDeployedBy).filter(isOurs);
  if (deployer === undefined) return 'never';
  const { name, line } = deployer.declaration;
  return {
    state: 'unknown',
    reason: {
      en: `${type.declaration.name} is found where a web server runs the program, and not where it is started by itself`,
      ru: `${type.declaration.name} находит веб-сервер, на котором развёрнута программа; при самостоятельном запуске — нет`,
    },
    evidence: { file: deployer.file.facts.path, line, text: `class ${name}` },
  };
}
