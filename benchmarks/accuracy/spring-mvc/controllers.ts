/** A generated source file. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** The generated controllers: sources of all of them, and the names of those that Spring is asked about. */
export interface Controllers {
  readonly sources: readonly Source[];
  readonly names: readonly string[];
}

/** Type-level annotations; `%` becomes the number of the class, so that no two classes map the same. */
const TYPE_LEVEL = [
  '',
  '@RequestMapping("/p%")',
  '@RequestMapping("p%")',
  '@RequestMapping("/p%/")',
  '@RequestMapping("")',
  '@RequestMapping({"/a%", "b%"})',
  '@RequestMapping(path = "/p%")',
  '@RequestMapping(value = Paths.BASE)',
  '@RequestMapping(Paths.BASE + "/p%")',
  '@RequestMapping(path = {Paths.BASE, "/q%"})',
  '@RequestMapping(value = "/p%", method = RequestMethod.POST)',
  '@RequestMapping(method = {RequestMethod.GET, RequestMethod.HEAD})',
  '@RequestMapping(value = "/p%/{owner}", produces = "application/json")',
  '@RequestMapping(COUNTRY + "/p%")',
  '@Versioned',
  '@Versioned("/own%")',
  '@Versioned(path = {"/x%", "/y%"})',
  `@RequestMapping("${placeholder('routes.prefix')}/h%")`,
  '@RequestMapping(value = "/i%", path = "/i%")',
  '@Fixed',
  '@Fixed("/j%")',
];

const STEREOTYPES = ['@Controller', '@RestController', '@Api'];

/** Method-level annotations. */
const METHOD_LEVEL = [
  '@RequestMapping',
  '@RequestMapping("/m")',
  '@RequestMapping("m0")',
  '@RequestMapping("")',
  '@RequestMapping({"/m1", "n1"})',
  '@RequestMapping(path = "/m2", method = RequestMethod.GET)',
  '@RequestMapping(path = "/m3", method = {RequestMethod.GET, RequestMethod.POST})',
  '@RequestMapping(method = RequestMethod.DELETE)',
  '@GetMapping("/g/")',
  '@GetMapping',
  '@PostMapping("/{id}")',
  '@PostMapping(path = "/c", consumes = "application/json")',
  '@PutMapping({"/u1", "/u2"})',
  '@PatchMapping("/{id:[0-9]+}")',
  '@DeleteMapping(Paths.ITEM)',
  '@GetMapping(Paths.ITEM + "/" + Paths.LAST)',
  '@GetMapping(value = "/s", params = "p=1")',
  '@GetMapping("/w/*")',
  '@GetMapping("/d/**")',
  '@GetMapping("//double")',
  '@Read("/r")',
  '@Read(at = {"/r1", "/r2"})',
  '@Read',
  '@RequestMapping(path = "/t", method = RequestMethod.TRACE)',
  '@GetMapping(LOCAL)',
  '@GetMapping(path = {LOCAL + "1", COUNTRY + "2"})',
  `@GetMapping("/v/${placeholder('routes.none:fallback')}")`,
  '@ReadOne("/e1")',
  '@ReadOne(value = {"/e2", "e3"})',
  '@Skipping(at = "/k")',
  '@Skipping("/l")',
  '@Conventional',
  '@Conventional(path = "/o", method = RequestMethod.PUT)',
];

const IMPORTS = `import org.springframework.core.annotation.AliasFor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import java.lang.annotation.*;
import static generated.Countries.COUNTRY;
`;

/** Constants and the project's own annotations. */
const SHARED: readonly Source[] = [
  {
    path: 'generated/Paths.java',
    text: `package generated;
public interface Paths { String BASE = "/base"; String ITEM = "/item/{id}"; String LAST = "last"; }`,
  },
  {
    path: 'generated/Countries.java',
    text: `package generated;
public final class Countries { public static final String COUNTRY = "/de" + Paths.BASE; }`,
  },
  {
    path: 'generated/Api.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.TYPE) @Retention(RetentionPolicy.RUNTIME) @RestController public @interface Api {}`,
  },
  {
    path: 'generated/Versioned.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.TYPE) @Retention(RetentionPolicy.RUNTIME) @RequestMapping("/v1")
public @interface Versioned {
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] value() default {"/v1"};
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] path() default {"/v1"};
}`,
  },
  {
    path: 'generated/Read.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.METHOD) @Retention(RetentionPolicy.RUNTIME) @RequestMapping(method = RequestMethod.GET)
public @interface Read {
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] value() default {};
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] at() default {};
}`,
  },
  {
    path: 'generated/Fixed.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.TYPE) @Retention(RetentionPolicy.RUNTIME) @RequestMapping(path = "/replaced", method = RequestMethod.PATCH)
public @interface Fixed {
  @AliasFor(annotation = RequestMapping.class, attribute = "value") String[] value() default {};
}`,
  },
  {
    path: 'generated/ReadOne.java',
    text: `package generated;
${IMPORTS}
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE}) @Retention(RetentionPolicy.RUNTIME)
@RequestMapping(method = RequestMethod.GET)
public @interface ReadOne {
  @AliasFor(annotation = RequestMapping.class) String[] value() default {};
  String[] params() default {};
}`,
  },
  {
    path: 'generated/Skipping.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.METHOD) @Retention(RetentionPolicy.RUNTIME) @ReadOne("/never")
public @interface Skipping {
  @AliasFor(annotation = ReadOne.class, attribute = "value") String[] value() default {};
  @AliasFor(annotation = RequestMapping.class, attribute = "path") String[] at() default {};
  String[] params() default {};
}`,
  },
  {
    path: 'generated/Conventional.java',
    text: `package generated;
${IMPORTS}
@Target(ElementType.METHOD) @Retention(RetentionPolicy.RUNTIME) @RequestMapping
public @interface Conventional {
  String[] path() default {"/by-name"};
  RequestMethod[] method() default {RequestMethod.HEAD};
  String[] params() default {};
}`,
  },
];

/** What the placeholders in paths stand for. */
export const SETTINGS: Readonly<Record<string, string>> = { 'routes.prefix': '/set' };

/** Controllers whose mappings come from above them; each is one file with the class `Name` last. */
const INHERITING: Readonly<Record<string, string>> = {
  FromClass: `abstract class FromClassBase { @GetMapping("/up") public String up() { return ""; } }
@RestController @RequestMapping("/from-class") class FromClass extends FromClassBase {}`,
  FromPrefix: `@RequestMapping("/above") abstract class FromPrefixBase {}
@RestController class FromPrefix extends FromPrefixBase { @GetMapping("/m") public String m() { return ""; } }`,
  OwnPrefix: `@RequestMapping("/above2") abstract class OwnPrefixBase {}
@RestController @RequestMapping("/own") class OwnPrefix extends OwnPrefixBase { @GetMapping("/m") public String m() { return ""; } }`,
  Overriding: `abstract class OverridingBase { @GetMapping("/over") public String over() { return ""; } }
@RestController class Overriding extends OverridingBase { @Override public String over() { return "2"; } }`,
  Remapped: `abstract class RemappedBase { @GetMapping("/old") public String over() { return ""; } }
@RestController class Remapped extends RemappedBase { @Override @PostMapping("/new") public String over() { return "2"; } }`,
  ByInterface: `interface ByInterfaceApi { @GetMapping("/api-one") String one(); @PostMapping("/api-two/{id}") String two(@PathVariable("id") int id); }
@RestController class ByInterface implements ByInterfaceApi { public String one() { return ""; } public String two(int id) { return ""; } }`,
  PrefixByInterface: `@RequestMapping("/contract") interface PrefixByInterfaceApi { @GetMapping("/one") String one(); }
@RestController class PrefixByInterface implements PrefixByInterfaceApi { public String one() { return ""; } }`,
  ByDefault: `interface ByDefaultApi { @GetMapping("/by-default") default String one() { return ""; } }
@RestController class ByDefault implements ByDefaultApi {}`,
  Generic: `abstract class GenericBase<T, K> { @GetMapping("/{id}") public T find(@PathVariable("id") K id) { return null; } @PostMapping public void save(T item) {} }
@RestController @RequestMapping("/generic") class Generic extends GenericBase<String, Long> {}`,
  GenericOver: `abstract class GenericOverBase<T> { @PutMapping("/put") public void put(T item) {} }
@RestController @RequestMapping("/generic-over") class GenericOver extends GenericOverBase<String> { @Override public void put(String item) {} }`,
  TwoLevels: `abstract class TwoLevelsTop { @GetMapping("/top") public String top() { return ""; } }
abstract class TwoLevelsMiddle extends TwoLevelsTop { @GetMapping("/middle") public String middle() { return ""; } }
@RestController @RequestMapping("/two") class TwoLevels extends TwoLevelsMiddle { @GetMapping("/own") public String own() { return ""; } }`,
  StereotypeAbove: `@RestController abstract class StereotypeAboveBase { @GetMapping("/stereotype-base") public String m() { return ""; } }
class StereotypeAbove extends StereotypeAboveBase { @GetMapping("/not-inherited") public String n() { return ""; } }`,
  Visibility: `@RestController @RequestMapping("/visible") class Visibility {
  @GetMapping("/package") String inPackage() { return ""; }
  @GetMapping("/protected") protected String inHeirs() { return ""; }
  @GetMapping("/private") private String hidden() { return ""; } }`,
  Overloaded: `@RestController @RequestMapping("/overloaded") class Overloaded {
  @GetMapping public String m() { return ""; } @GetMapping("/{id}") public String m(@PathVariable("id") int id) { return ""; } }`,
  PrefixTwice: `@RequestMapping("/of-class") abstract class PrefixTwiceBase {}
@RequestMapping("/of-interface") interface PrefixTwiceApi {}
@RestController class PrefixTwice extends PrefixTwiceBase implements PrefixTwiceApi { @GetMapping("/m") public String m() { return ""; } }`,
  MappedTwice: `abstract class MappedTwiceBase { @GetMapping("/of-class") public String m() { return ""; } }
interface MappedTwiceApi { @PostMapping("/of-interface") String m(); }
@RestController class MappedTwice extends MappedTwiceBase implements MappedTwiceApi { @Override public String m() { return "2"; } }`,
  DeepInterface: `interface DeepInterfaceTop { @GetMapping("/deep/{id}") String find(@PathVariable("id") String id); }
interface DeepInterfaceMiddle extends DeepInterfaceTop {}
abstract class DeepInterfaceBase implements DeepInterfaceMiddle { public String find(String id) { return id; } }
@RestController @RequestMapping("/far") class DeepInterface extends DeepInterfaceBase {}`,
  GenericInterface: `interface GenericInterfaceApi<T> { @PutMapping("/item") void put(T item); @DeleteMapping("/item/{id}") default void drop(T id) {} }
@RestController @RequestMapping("/typed") class GenericInterface implements GenericInterfaceApi<String> { public void put(String item) {} }`,
  OnlyMapped: `@org.springframework.stereotype.Component @RequestMapping("/only-mapped") class OnlyMapped { @GetMapping("/m") public String m() { return ""; } }`,
  Static: `@RestController @RequestMapping("/static") class Static { @GetMapping("/m") public static String m() { return ""; }
  @GetMapping("/final") public final String n() { return ""; } }`,
  NotMapped: `class NotMapped { @GetMapping("/nothing") public String m() { return ""; } }`,
};

/** `key` as Spring looks it up. */
function placeholder(key: string): string {
  return `\${${key}}`;
}

/** All type-level annotations with all stereotypes, each with all method-level ones, and the cases of inheritance. */
export function generateControllers(): Controllers {
  const combined = TYPE_LEVEL.flatMap((level) => STEREOTYPES.map((stereotype) => `${stereotype} ${level}`));
  const plain = combined.map((annotations, index) => {
    const name = `Plain${index}`;
    return { name, text: plainController(name, annotations.replaceAll('%', String(index))) };
  });
  const inheriting = Object.entries(INHERITING).map(([name, text]) => ({ name, text }));
  const classes = [...plain, ...inheriting];
  return {
    sources: [
      ...SHARED,
      ...classes.map(({ name, text }) => ({
        path: `generated/${name}.java`,
        text: `package generated;\n${IMPORTS}\n${text}\n`,
      })),
    ],
    names: classes.map(({ name }) => `generated.${name}`),
  };
}

/** One method to each method-level annotation; `params` of their own keep two of them from being the same mapping. */
function plainController(name: string, annotations: string): string {
  const methods = METHOD_LEVEL.map((annotation, index) => {
    const mapped = withParameter(annotation, index);
    return `  ${mapped} public String m${index}() { return ""; }`;
  });
  return `${annotations}
class ${name} {
  static final String LOCAL = "/local";
${methods.join('\n')}
}`;
}

/** Spring refuses equal mappings of one class: a required parameter tells them apart and changes no path. */
function withParameter(annotation: string, index: number): string {
  if (/^@Read\b/u.test(annotation) || annotation.includes('params')) return annotation;
  const [head = '', list = ''] = annotation.split(/\((?<list>.*)\)$/u);
  if (list === '') return `${head}(params = "k${index}")`;
  const named = /^\w+ =/u.test(list) ? list : `value = ${list}`;
  return `${head}(${named}, params = "k${index}")`;
}
