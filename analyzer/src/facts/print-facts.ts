import type { ConstantExpression } from './constants.ts';
import type { Region } from './control-flow.ts';
import {
  type Annotation,
  type FieldDeclaration,
  type MethodDeclaration,
  Modifier,
  type ParameterDeclaration,
  type TypeDeclaration,
} from './declarations.ts';
import type { FileFacts } from './file-facts.ts';
import type { Body } from './operations.ts';
import { printOperation } from './print-operation.ts';
import { printType } from './print-type.ts';

/** A stable text of a file's facts, for tests and for looking at: one line a fact, lines of the source after `:`. */
export function printFacts(facts: FileFacts): string {
  const lines = [
    `${facts.language} ${facts.path} package ${facts.package || '(unnamed)'} ${facts.lines.code}/${facts.lines.total} lines`,
  ];
  for (const { name, static: isStatic, wildcard, line } of facts.imports) {
    lines.push(`import ${isStatic ? 'static ' : ''}${name}${wildcard ? '.*' : ''} :${line}`);
  }
  lines.push(...facts.types.flatMap(printTypeDeclaration));
  for (const { line, text } of facts.suppressions) lines.push(`suppression ${text} :${line}`);
  for (const { code, line, message } of facts.problems) lines.push(`problem ${code} ${message.en} :${line}`);
  return `${lines.join('\n')}\n`;
}

/** A stable text of one body: an operation a line, indented by the regions around it. */
export function printBody(body: Body): string {
  return body.operations.length === 0 ? '' : `${bodyLines(body).join('\n')}\n`;
}

function printTypeDeclaration(type: TypeDeclaration, index: number): string[] {
  const { enclosingMethod, span, line } = type;
  const place = enclosingMethod === null ? '' : ` in ${enclosingMethod.type}.${enclosingMethod.method}`;
  const clauses = [
    type.extends === null ? '' : ` extends ${printType(type.extends)}`,
    list(' implements ', type.implements.map(printType)),
    list(' permits ', type.permits.map(printType)),
  ].join('');
  const parameters = type.typeParameters.map(
    ({ name, bounds }) => `${name}${list(' extends ', bounds.map(printType), ' & ')}`,
  );
  const head = `${prefix(type)}${type.kind} ${type.binaryName}${parameters.length > 0 ? `<${parameters.join(', ')}>` : ''}`;
  return [
    `#${index} ${head}${clauses}${place} :${line} ${span.start}-${span.end}`,
    ...type.components.map((component) => `  component ${printParameter(component)} :${component.line}`),
    ...type.fields.map((field) => `  ${printField(field)}`),
    ...type.methods.flatMap((method) => printMethod(method).map((text) => `  ${text}`)),
  ];
}

function printField(field: FieldDeclaration): string {
  const constant = field.constant === undefined ? '' : ` = ${printConstant(field.constant)}`;
  const kind = field.enumConstant === true ? 'constant' : 'field';
  return `${prefix(field)}${kind} ${printType(field.type)} ${field.name}${constant} :${field.line}`;
}

function printMethod(method: MethodDeclaration): string[] {
  const { span, line, returnType } = method;
  const parameters = method.parameters.map(printParameter).join(', ');
  const value = method.defaultValue === undefined ? '' : ` default ${printConstant(method.defaultValue)}`;
  const generic = method.typeParameters.map(
    ({ name, bounds }) => `${name}${list(' extends ', bounds.map(printType), ' & ')}`,
  );
  const head = [
    prefix(method),
    generic.length > 0 ? `<${generic.join(', ')}> ` : '',
    returnType === null ? '' : `${printType(returnType)} `,
    `${method.name}(${parameters})`,
    method.compact === true ? ' compact' : '',
    list(' throws ', method.throws.map(printType)),
    value,
  ].join('');
  const place = `complexity ${method.cognitiveComplexity} :${line} ${span.start}-${span.end}`;
  return [
    `${head} ${place}`,
    ...(method.body === null ? [] : bodyLines(method.body).map((text) => `  ${text}`)),
  ];
}

/** Regions open as lines of their own; an empty one is still told. */
function bodyLines(body: Body): string[] {
  const lines: string[] = [];
  let next = 1;
  const depths: number[] = [0];
  const open: Region[] = [];
  for (let index = 0; index <= body.operations.length; index++) {
    while ((open.at(-1)?.end ?? index + 1) <= index && (open.at(-1)?.start ?? 0) < index) open.pop();
    for (let region = body.regions[next]; region?.start === index; region = body.regions[++next]) {
      const depth = (depths[region.parent ?? 0] ?? 0) + 1;
      depths[next] = depth;
      lines.push(`${'  '.repeat(depth - 1)}${printRegion(region)}`);
      if (region.end > index) open.push(region);
    }
    const operation = body.operations[index];
    if (operation === undefined) break;
    lines.push(`${'  '.repeat(open.length)}${index} ${printOperation(operation)} :${operation.line}`);
  }
  return lines;
}

function printRegion(region: Region): string {
  const { kind, condition, of, labels, catches, line, endLine } = region;
  return [
    `[${kind}`,
    condition === undefined ? '' : ` if %${condition}`,
    list(' ', labels ?? []),
    list(' ', (catches ?? []).map(printType), ' | '),
    of === undefined ? '' : ` of ${of}`,
    `] :${line}-${endLine}`,
  ].join('');
}

function printParameter(parameter: ParameterDeclaration): string {
  const { type, name } = parameter;
  const written = parameter.varargs === true ? { ...type, dims: (type.dims ?? 1) - 1 } : type;
  return `${prefix(parameter)}${printType(written)}${parameter.varargs === true ? '...' : ''} ${name}`;
}

function prefix(declared: {
  readonly annotations: readonly Annotation[];
  readonly modifiers: number;
}): string {
  const modifiers = Object.entries(Modifier).flatMap(([name, bit]) =>
    (declared.modifiers & bit) === 0 ? [] : [name],
  );
  return [...declared.annotations.map(printAnnotation), ...modifiers].map((text) => `${text} `).join('');
}

function printAnnotation(annotation: Annotation): string {
  const args = annotation.args.map(({ name, value }) => `${name}=${printConstant(value)}`);
  return `@${annotation.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
}

function printConstant(constant: ConstantExpression): string {
  switch (constant.kind) {
    case 'literal':
      return constant.type === 'string'
        ? JSON.stringify(constant.value)
        : `${constant.type} ${constant.value}`;
    case 'name':
      return constant.name;
    case 'sum':
      return `(${constant.items.map(printConstant).join(' + ')})`;
    case 'class':
      return `${printType(constant.type)}.class`;
    case 'array':
      return `{${constant.items.map(printConstant).join(', ')}}`;
    case 'annotation':
      return printAnnotation(constant.annotation);
    case 'other':
      return `other ${JSON.stringify(constant.text)}`;
  }
}

function list(before: string, items: readonly string[], separator = ', '): string {
  return items.length === 0 ? '' : `${before}${items.join(separator)}`;
}
