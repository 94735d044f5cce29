import type { Tree } from './measured-tree.ts';
import { configurationOf, POM } from './render-configuration.ts';
import type { Action, Area, Endpoint, EndpointGuards, SpringProject } from './spring-project.ts';

const JAVA = 'src/main/java/org/acme';

/** What an action takes from the request, what it is sent with and what it comes to. */
interface ActionText {
  readonly verb: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly takes: 'nothing' | 'number' | 'text' | 'form';
  readonly gives: (noun: string) => string;
  readonly does: (noun: string) => string;
}

const ACTION_TEXT: Readonly<Record<Action, ActionText>> = {
  list: {
    ...{ verb: 'GET', path: '', takes: 'nothing' },
    gives: (noun) => `List<${noun}>`,
    does: () => 'return store.findAll();',
  },
  find: {
    ...{ verb: 'GET', path: '/{id}', takes: 'number' },
    gives: (noun) => noun,
    does: () => 'return store.findById(id).orElseThrow();',
  },
  search: {
    ...{ verb: 'GET', path: '', takes: 'text' },
    gives: () => 'List<Map<String, Object>>',
    does: (noun) =>
      `return jdbc.queryForList("select * from ${noun.toLowerCase()} where name = '" + text + "'");`,
  },
  create: {
    ...{ verb: 'POST', path: '', takes: 'form' },
    gives: (noun) => noun,
    does: (noun) => `${noun} made = new ${noun}(form.getName());\n    return store.save(made);`,
  },
  remove: {
    ...{ verb: 'DELETE', path: '/{id}', takes: 'number' },
    gives: () => 'void',
    does: () => 'store.deleteById(id);',
  },
  export: {
    ...{ verb: 'POST', path: '', takes: 'text' },
    gives: () => 'void',
    does: () =>
      'try {\n      Files.writeString(Path.of("/var/lib/acme", text), text);\n    } catch (IOException e) {\n      throw new UncheckedIOException(e);\n    }',
  },
};

const PARAMETER = { nothing: '', number: 'long id', text: 'String text' } as const;
const ARGUMENT = { nothing: '', number: 'id', text: 'text', form: 'form' } as const;

/** The source tree of a project. */
export function treeOf(project: SpringProject): Tree {
  const areas = project.areas.flatMap((area) => areaFiles(project, area));
  return {
    'pom.xml': POM,
    [`${JAVA}/App.java`]: APP,
    [`${JAVA}/Security.java`]: configurationOf(project),
    ...Object.fromEntries(areas.map(([path, text]) => [`${JAVA}/${path}`, text])),
    ...(project.advice === 'none' ? {} : { [`${JAVA}/Failures.java`]: adviceOf(project) }),
    ...(project.listener ? { [`${JAVA}/Inbox.java`]: listenerOf(project) } : {}),
    ...(project.tested ? { 'src/test/java/org/acme/ServicesTest.java': testsOf(project) } : {}),
  };
}

/** Path below which an area's endpoints stand. */
function areaPath(area: Area): string {
  return `/${area.noun.toLowerCase()}s`;
}

const APP = `package org.acme;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
@SpringBootApplication
public class App { public static void main(String[] args) { SpringApplication.run(App.class, args); } }
`;

const IMPORTS = `package org.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import com.google.common.util.concurrent.RateLimiter;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;
`;

function areaFiles(project: SpringProject, area: Area): [string, string][] {
  const { noun } = area;
  const service = project.interfaces ? `${noun}Desk` : `${noun}Service`;
  return [
    [`${noun}Types.java`, `${IMPORTS}\n${typesOf(noun)}`],
    [`${noun}Controller.java`, `${IMPORTS}\n${controllerOf(project, area, service)}`],
    ...(project.interfaces
      ? ([[`${service}.java`, `${IMPORTS}\n${interfaceOf(area, service)}`]] as [string, string][])
      : []),
    [
      `${noun}Service.java`,
      `${IMPORTS}\n${serviceOf(project, area, project.interfaces ? ` implements ${service}` : '')}`,
    ],
    ...(project.events
      ? ([[`${noun}Record.java`, `${IMPORTS}\n${recordOf(noun)}`]] as [string, string][])
      : []),
  ];
}

function typesOf(noun: string): string {
  return `@Entity
class ${noun} {
  @Id private Long id;
  private String name;
  ${noun}(String name) { this.name = name; }
  public Long getId() { return id; }
  public String getName() { return name; }
}

class ${noun}Form {
  @Size(max = 40) private String name;
  public String getName() { return name; }
  public void setName(String name) { this.name = name; }
}

interface ${noun}Repository extends JpaRepository<${noun}, Long> {}
`;
}

/** Name of the method for an endpoint, in every layer. */
function nameOf(endpoint: Endpoint, index: number): string {
  return `${endpoint.action}${['First', 'Second', 'Third', 'Fourth'][index] ?? 'Other'}`;
}

function parameterOf(noun: string, { action }: Endpoint): string {
  const { takes } = ACTION_TEXT[action];
  return takes === 'form' ? `${noun}Form form` : PARAMETER[takes];
}

function loginOf(login: EndpointGuards['login']): string {
  if (login === null) return '';
  return `  @PreAuthorize("${login === 'role' ? "hasRole('STAFF')" : 'isAuthenticated()'}")\n`;
}

function controllerOf(project: SpringProject, area: Area, service: string): string {
  const { noun, endpoints } = area;
  const handlers = endpoints.map((endpoint, index) => handlerOf(noun, endpoint, index)).join('\n');
  const second = `@RestController
@RequestMapping("/v2${areaPath(area)}")
class ${noun}ControllerTwo extends ${noun}Controller {
  ${noun}ControllerTwo(${service} service, ${noun}Repository store, JdbcTemplate jdbc, AuditEventRepository audit) { super(service, store, jdbc, audit); }
}
`;
  return `@RestController
@Validated
@RequestMapping("${areaPath(area)}")
class ${noun}Controller {
  private static final Logger log = LoggerFactory.getLogger(${noun}Controller.class);
  private final RateLimiter limiter = RateLimiter.create(5);
  private final ${service} service;
  private final ${noun}Repository store;
  private final JdbcTemplate jdbc;
  private final AuditEventRepository audit;
  ${noun}Controller(${service} service, ${noun}Repository store, JdbcTemplate jdbc, AuditEventRepository audit) {
    this.service = service;
    this.store = store;
    this.jdbc = jdbc;
    this.audit = audit;
  }
${handlers}}

${project.offeredTwice ? second : ''}`;
}

function handlerOf(noun: string, endpoint: Endpoint, index: number): string {
  const { verb, path, takes, gives } = ACTION_TEXT[endpoint.action];
  const { guards, depth } = endpoint;
  const bound = {
    nothing: '',
    number: '@PathVariable ',
    text: `@RequestParam ${guards.validated ? '@Size(max = 40) ' : ''}`,
    form: `@RequestBody ${guards.validated ? '@Valid ' : ''}`,
  }[takes];
  const mapping = { GET: 'Get', POST: 'Post', DELETE: 'Delete' }[verb];
  const checks = [
    guards.limited ? LIMITED : IDLE,
    guards.audited ? `audit.add(new AuditEvent("system", "${endpoint.action}"));` : '',
    guards.encoded && takes === 'text' ? 'text = HtmlUtils.htmlEscape(text);' : '',
    depth > 0 ? '' : guards.owned ? OWNED : IDLE,
  ];
  const call = `service.${nameOf(endpoint, index)}(${ARGUMENT[takes]});`;
  const given = gives(noun) === 'void' ? call : `return ${call}`;
  const work = depth === 0 ? ACTION_TEXT[endpoint.action].does(noun) : given;
  return `${loginOf(guards.login)}  @${mapping}Mapping("/${index}/${endpoint.action}${path}")
  public ${handing(endpoint.failure, gives(noun))} ${nameOf(endpoint, index)}(${bound}${parameterOf(noun, endpoint)}) {
    ${[...checks.filter((check) => check !== ''), ...failing(endpoint.failure, work, gives(noun) === 'void')].join('\n    ')}
  }
`;
}

const LIMITED = 'if (!limiter.tryAcquire()) throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);';
/** Stands where a check could: code without the guard is as complex as with it. */
const IDLE = 'if (log.isTraceEnabled()) log.trace("asked");';
const OWNED =
  'if (!"root".equals(SecurityContextHolder.getContext().getAuthentication().getName())) throw new AccessDeniedException("not yours");';

function handing(failure: Endpoint['failure'], type: string): string {
  return failure === 'told' || failure === 'swallowed' ? 'Object' : type;
}

function failing(failure: Endpoint['failure'], work: string, isVoid: boolean): string[] {
  if (failure === 'none') return [work];
  const handled = {
    rethrown: ['  throw new IllegalStateException(e);'],
    swallowed: ['  log.warn("failed", e);'],
    told: ['  return ResponseEntity.badRequest().body(e.getMessage());'],
  }[failure];
  const falls = failure === 'swallowed' || (failure === 'told' && isVoid);
  return [
    'try {',
    `  ${work}`,
    '} catch (RuntimeException e) {',
    ...handled,
    '}',
    ...(falls ? ['return null;'] : []),
  ];
}

function interfaceOf({ noun, endpoints }: Area, service: string): string {
  const methods = endpoints.map(
    (endpoint, index) =>
      `  ${ACTION_TEXT[endpoint.action].gives(noun)} ${nameOf(endpoint, index)}(${parameterOf(noun, endpoint)});`,
  );
  return `interface ${service} {\n${methods.join('\n')}\n}\n`;
}

/** An event and who hears of it. */
function recordOf(noun: string): string {
  return `class ${noun}Touched {
  private final String how;
  ${noun}Touched(String how) { this.how = how; }
  String said() { return how; }
}

@Component
class ${noun}Record {
  private final ${noun}Repository store;
  ${noun}Record(${noun}Repository store) { this.store = store; }
  @EventListener
  void heard(${noun}Touched event) { store.save(new ${noun}(event.said())); }
}
`;
}

function serviceOf(project: SpringProject, { noun, endpoints }: Area, implemented: string): string {
  const methods = endpoints.flatMap((endpoint, index) => serviceMethods(noun, endpoint, index));
  const events = project.events ? '  @Autowired private ApplicationEventPublisher events;\n' : '';
  const told = (method: string) =>
    project.events
      ? method.replace(TOLD, `events.publishEvent(new ${noun}Touched("touched"));`)
      : method.replace(TOLD, '');
  return `@Service
class ${noun}Service${implemented} {
  private static final Logger log = LoggerFactory.getLogger(${noun}Service.class);
  private final ${noun}Repository store;
  private final JdbcTemplate jdbc;
${events}  ${noun}Service(${noun}Repository store, JdbcTemplate jdbc) { this.store = store; this.jdbc = jdbc; }
${methods.map(told).join('\n')}}
`;
}

/** Where a service says what it does. */
const TOLD = '/* told */';

function serviceMethods(noun: string, endpoint: Endpoint, index: number): string[] {
  const { gives, does, takes } = ACTION_TEXT[endpoint.action];
  const name = nameOf(endpoint, index);
  const inner = `reallyDo${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const call = `${inner}(${ARGUMENT[takes]});`;
  const conditions = Array.from({ length: endpoint.conditions }, (_, at) => `if (size > ${at}) {`).join(' ');
  const care = `int size = ${endpoint.conditions}; ${conditions} size--; ${'}'.repeat(endpoint.conditions)}`;
  const owned = endpoint.depth === 0 ? '' : `${endpoint.guards.owned ? OWNED : IDLE}\n    `;
  const work = endpoint.depth === 2 ? (gives(noun) === 'void' ? call : `return ${call}`) : does(noun);
  const outer = `${loginOf(endpoint.guards.serviceLogin)}  public ${gives(noun)} ${name}(${parameterOf(noun, endpoint)}) {
    ${care}
    ${owned}${TOLD}
    ${work}
  }
`;
  const deeper = `  private ${gives(noun)} ${inner}(${parameterOf(noun, endpoint)}) {
    ${does(noun)}
  }
`;
  return endpoint.depth === 2 ? [outer, deeper] : [outer];
}

function adviceOf({ advice }: SpringProject): string {
  return `${IMPORTS}
@RestControllerAdvice
class Failures {
  @ExceptionHandler(IllegalStateException.class)
  ResponseEntity<String> failed(IllegalStateException e) {
    return ResponseEntity.badRequest().body(${advice === 'tells' ? 'e.getMessage()' : '"failed"'});
  }
}
`;
}

function listenerOf({ areas }: SpringProject): string {
  const noun = areas[0]?.noun ?? 'Pet';
  return `${IMPORTS}
import org.springframework.kafka.annotation.KafkaListener;
@Component
class Inbox {
  private final ${noun}Repository store;
  Inbox(${noun}Repository store) { this.store = store; }
  @KafkaListener(topics = "arrivals")
  void arrived(String name) { store.save(new ${noun}(name)); }
}
`;
}

function testsOf({ areas }: SpringProject): string {
  const calls = areas.flatMap(({ noun, endpoints }) =>
    endpoints.flatMap((endpoint, index) => {
      const argument = { nothing: '', number: '1L', text: '"a"', form: 'null' }[
        ACTION_TEXT[endpoint.action].takes
      ];
      return [
        `  @Test void ${nameOf(endpoint, index)}Of${noun}() { new ${noun}Service(null, null).${nameOf(endpoint, index)}(${argument}); }`,
      ];
    }),
  );
  return `package org.acme;
import org.junit.jupiter.api.Test;
class ServicesTest {
${calls.join('\n')}
}
`;
}
