import { SOURCES, TESTS } from './kernel-files.ts';
import { below, type Random } from './random.ts';
import type { ModulePlan, SourceFile } from './service-tree.ts';

/** The files of one module. */
export function moduleFiles(plan: ModulePlan, random: Random): SourceFile[] {
  const { name } = plan;
  const folder = `${SOURCES}/${packageOf(name)}`;
  return [
    { path: `${folder}/${name}.java`, text: entity(name, 4 + below(random, 8)) },
    { path: `${folder}/${name}Request.java`, text: request(name) },
    { path: `${folder}/${name}Repository.java`, text: repository(name) },
    { path: `${folder}/${name}Search.java`, text: search(name, random() < 0.25) },
    { path: `${folder}/${name}Policy.java`, text: policy(name, below(random, 10_000)) },
    { path: `${folder}/${name}Service.java`, text: service(plan) },
    { path: `${folder}/${name}Controller.java`, text: controller(name, random() < 0.5) },
    { path: `${TESTS}/${packageOf(name)}/${name}ServiceTest.java`, text: serviceTest(name) },
  ];
}

function packageOf(module: string): string {
  return module.toLowerCase();
}

function head(module: string, imports: readonly string[]): string {
  const lines = imports.map((name) => `import ${name};`).join('\n');
  return `package com.example.shop.${packageOf(module)};\n\n${lines}\n\n`;
}

function entity(module: string, fields: number): string {
  const members = Array.from({ length: fields }, (_, index) => {
    const [type, field] = [index % 3 === 0 ? 'long' : 'String', `value${index}`];
    const accessor = `Value${index}`;
    return `    private ${type} ${field};

    public ${type} get${accessor}() {
        return ${field};
    }

    public void set${accessor}(${type} ${field}) {
        this.${field} = ${field};
    }
`;
  }).join('\n');
  return `${head(module, ['jakarta.persistence.Entity', 'jakarta.persistence.GeneratedValue', 'jakarta.persistence.Id'])}@Entity
public class ${module} {
    @Id
    @GeneratedValue
    private Long id;
    private String owner;

    public Long getId() {
        return id;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

${members}}
`;
}

function request(module: string): string {
  return `${head(module, ['jakarta.validation.constraints.NotBlank', 'jakarta.validation.constraints.Size'])}public record ${module}Request(@NotBlank @Size(max = 80) String owner, long amount, String note) {
}
`;
}

function repository(module: string): string {
  return `${head(module, ['java.util.List', 'org.springframework.data.jpa.repository.JpaRepository', 'org.springframework.data.jpa.repository.Query'])}public interface ${module}Repository extends JpaRepository<${module}, Long> {
    List<${module}> findByOwner(String owner);

    @Query("select p from ${module} p where p.owner = ?1 order by p.id")
    List<${module}> ordered(String owner);
}
`;
}

/** SQL with placeholders; in one of four modules with what was asked for in the text of the query. */
function search(module: string, isCareless: boolean): string {
  const table = module.toLowerCase();
  const query = isCareless
    ? `jdbc.queryForList("select note from ${table} where note like '%" + note + "%'", String.class)`
    : `jdbc.queryForList("select note from ${table} where note like ?", String.class, "%" + note + "%")`;
  return `${head(module, ['java.util.List', 'org.springframework.jdbc.core.JdbcTemplate', 'org.springframework.stereotype.Repository'])}@Repository
public class ${module}Search {
    private final JdbcTemplate jdbc;

    public ${module}Search(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> notes(String note) {
        return ${query};
    }
}
`;
}

function policy(module: string, limit: number): string {
  return `${head(module, ['com.example.shop.kernel.Policy', 'org.springframework.stereotype.Component'])}@Component
public class ${module}Policy implements Policy {
    private static final long LIMIT = ${limit};

    @Override
    public boolean allows(String owner, long amount) {
        return owner.startsWith("${packageOf(module)}") ? amount < LIMIT : amount < LIMIT * 2;
    }
}
`;
}

function service({ name, calls }: ModulePlan): string {
  const others = calls.map((other) => ({ type: `${other}Service`, field: `${other.toLowerCase()}Service` }));
  const imports = [
    'com.example.shop.kernel.Audit',
    'com.example.shop.kernel.NotFound',
    'com.example.shop.kernel.Texts',
    ...calls.map((other) => `com.example.shop.${packageOf(other)}.${other}Service`),
    'java.util.List',
    'java.util.stream.Collectors',
    'org.springframework.stereotype.Service',
    'org.springframework.transaction.annotation.Transactional',
  ];
  const fields = others.map(({ type, field }) => `    private final ${type} ${field};\n`).join('');
  const parameters = others.map(({ type, field }) => `, ${type} ${field}`).join('');
  const assignments = others.map(({ field }) => `        this.${field} = ${field};\n`).join('');
  const counts = others.map(({ field }) => `        total += ${field}.count(owner);\n`).join('');
  return `${head(name, imports)}@Service
public class ${name}Service {
    private final ${name}Repository repository;
    private final ${name}Search search;
    private final Audit audit;
${fields}
    public ${name}Service(${name}Repository repository, ${name}Search search, Audit audit${parameters}) {
        this.repository = repository;
        this.search = search;
        this.audit = audit;
${assignments}    }

    public ${name} find(Long id) {
        return repository.findById(id).orElseThrow(() -> new NotFound("${name}", id));
    }

    public List<String> ownersOf(String owner) {
        return repository.findByOwner(Texts.tidy(owner)).stream()
            .map(${name}::getOwner)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.toList());
    }

    public List<String> notes(String note) {
        return search.notes(note);
    }

    public int count(String owner) {
        int total = 0;
        for (${name} each : repository.ordered(owner)) {
            if (each.getOwner().equals(owner)) {
                total++;
            }
        }
        return total;
    }

    public int countAll(String owner) {
        int total = count(owner);
${counts}        return total;
    }

    @Transactional
    public ${name} create(${name}Request request) {
        ${name} made = new ${name}();
        made.setOwner(request.owner());
        made.setValue0(request.amount());
        made.setValue1(request.note());
        ${name} saved = repository.save(made);
        audit.record("create ${name}", saved.getId());
        return saved;
    }

    @Transactional
    public void remove(Long id) {
        try {
            repository.delete(find(id));
        } catch (NotFound absent) {
            audit.record("absent ${name}", id);
            throw absent;
        }
        audit.record("remove ${name}", id);
    }
}
`;
}

function controller(module: string, isGuarded: boolean): string {
  const guard = isGuarded ? `    @PreAuthorize("hasRole('ADMIN')")\n` : '';
  const imports = [
    'com.example.shop.kernel.PolicyCheck',
    'jakarta.validation.Valid',
    'java.util.List',
    'org.springframework.http.ResponseEntity',
    'org.springframework.security.access.prepost.PreAuthorize',
    ...['DeleteMapping', 'GetMapping', 'PathVariable', 'PostMapping', 'RequestBody'].map(annotation),
    ...['RequestMapping', 'RequestParam', 'RestController'].map(annotation),
  ];
  return `${head(module, imports)}@RestController
@RequestMapping("/${module.toLowerCase()}")
public class ${module}Controller {
    private final ${module}Service service;
    private final PolicyCheck policies;

    public ${module}Controller(${module}Service service, PolicyCheck policies) {
        this.service = service;
        this.policies = policies;
    }

    @GetMapping("/{id}")
    public ${module} one(@PathVariable Long id) {
        return service.find(id);
    }

    @GetMapping
    public List<String> owners(@RequestParam String owner) {
        return service.ownersOf(owner);
    }

    @GetMapping("/notes")
    public ResponseEntity<List<String>> notes(@RequestParam String note) {
        List<String> notes = service.notes(note);
        return notes.isEmpty() ? ResponseEntity.notFound().build() : ResponseEntity.ok(notes);
    }

    @GetMapping("/count")
    public int count(@RequestParam String owner) {
        return service.countAll(owner);
    }

    @PostMapping
    public ${module} create(@Valid @RequestBody ${module}Request request) {
        policies.require(request.owner(), request.amount());
        return service.create(request);
    }

${guard}    @DeleteMapping("/{id}")
    public void remove(@PathVariable Long id) {
        service.remove(id);
    }
}
`;
}

function annotation(name: string): string {
  return `org.springframework.web.bind.annotation.${name}`;
}

function serviceTest(module: string): string {
  return `${head(module, ['org.junit.jupiter.api.Test', 'org.mockito.Mockito', 'org.assertj.core.api.Assertions'])}class ${module}ServiceTest {
    private final ${module}Repository repository = Mockito.mock(${module}Repository.class);

    @Test
    void countsWhatBelongsToAnOwner() {
        ${module} part = new ${module}();
        part.setOwner("anna");
        Mockito.when(repository.ordered("anna")).thenReturn(java.util.List.of(part));
        Assertions.assertThat(repository.ordered("anna")).hasSize(1);
    }
}
`;
}
