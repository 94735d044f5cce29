import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { labelIn } from '../src/base/text.ts';
import type { AccessVerdict, Guard, InertGuard, ShadowedRule } from '../src/models/labels.ts';
import { loadModels } from '../src/models/load-models.ts';
import type { Models } from '../src/models/models.ts';
import { labelsOf } from './labels-of.ts';

/** Who may call what in a sample application. */
export interface SampleAccess {
  /** `verdict` or `verdict rule` by `VERB path`. */
  readonly verdicts: Readonly<Record<string, string>>;
  readonly evidence: Readonly<Record<string, AccessVerdict['evidence']>>;
  readonly guards: readonly Guard[];
  readonly inertGuards: readonly InertGuard[];
  readonly shadowedRules: readonly ShadowedRule[];
}

/** A build file with these `group:name` dependencies. */
export function pomWith(...dependencies: readonly string[]): string {
  const rows = dependencies.map((each) => {
    const [group, name] = each.split(':');
    return `<dependency><groupId>${group}</groupId><artifactId>${name}</artifactId></dependency>`;
  });
  return `<project><modelVersion>4.0.0</modelVersion><groupId>org.sample</groupId><artifactId>app</artifactId><version>1</version>
<dependencies>
${rows.join('\n')}
</dependencies></project>`;
}

/** A pom with web and security starters. */
const SECURED_POM = pomWith(
  'org.springframework.boot:spring-boot-starter-web',
  'org.springframework.boot:spring-boot-starter-security',
);

/** The main class of a sample. */
export const MAIN_CLASS = `package org.sample;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
public class App { public static void main(String[] args) { SpringApplication.run(App.class, args); } }`;

/** A controller that answers `VERB path` for each of the given, one method each. */
export function controllerFor(...requests: readonly string[]): string {
  const methods = requests.map((request, index) => {
    const [verb = '', path = ''] = request.split(' ');
    return `  @RequestMapping(path = "${path}", method = RequestMethod.${verb}) public String m${index}() { return ""; }`;
  });
  return `package org.sample;
import org.springframework.web.bind.annotation.*;
@RestController
public class Pages {
${methods.join('\n')}
}`;
}

/** A configuration class around bean methods. */
export function configurationWith(body: string, annotations = ''): string {
  return `package org.sample;
import org.springframework.context.annotation.*;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.boot.autoconfigure.condition.*;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.method.configuration.*;
import org.springframework.security.config.annotation.web.builders.*;
import org.springframework.security.config.annotation.web.configuration.*;
import org.springframework.security.config.annotation.web.configurers.*;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.*;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import java.util.*;
@Configuration
${annotations}
public class Security {
${body}
}`;
}

const JAVA = 'src/main/java/org/sample';
let known: Promise<Models> | undefined;

/** Runs the real stages over a sample; names without a slash are Java files of package `org.sample`. */
export async function accessOf(files: Readonly<Record<string, string>>): Promise<SampleAccess> {
  const root = mkdtempSync(join(tmpdir(), 'csqa-access-'));
  try {
    for (const [name, text] of Object.entries({ 'pom.xml': SECURED_POM, ...files })) {
      const path = join(root, name.includes('/') || !name.endsWith('.java') ? name : `${JAVA}/${name}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    known ??= loadModels();
    const { labels } = await labelsOf(root, known);
    const rows = labels.entryPoints.flatMap((entry) =>
      entry.verbs.length === 0
        ? [{ key: `${entry.kind} ${entry.paths.join(',')}`.trim(), access: entry.access }]
        : [{ key: `${entry.verbs.join('|')} ${entry.paths.join(',')}`, access: entry.access }],
    );
    return {
      verdicts: Object.fromEntries(
        rows.map(({ key, access }) => [
          key,
          [access.verdict, access.rule, labelIn('en', access.reason ?? '')].filter(Boolean).join(' '),
        ]),
      ),
      evidence: Object.fromEntries(rows.map(({ key, access }) => [key, access.evidence])),
      guards: labels.guards,
      inertGuards: labels.inertGuards,
      shadowedRules: labels.shadowedRules,
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
