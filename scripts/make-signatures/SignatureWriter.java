import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import jdk.internal.org.objectweb.asm.ClassReader;
import jdk.internal.org.objectweb.asm.ClassVisitor;
import jdk.internal.org.objectweb.asm.FieldVisitor;
import jdk.internal.org.objectweb.asm.MethodVisitor;
import jdk.internal.org.objectweb.asm.Opcodes;
import jdk.internal.org.objectweb.asm.signature.SignatureReader;
import jdk.internal.org.objectweb.asm.signature.SignatureVisitor;

/**
 * Writes the public and protected members of class files as one signature file (grammar: README.md beside this file).
 *
 * <p>Usage: SignatureWriter OUT PACKAGES EXCLUDED SOURCE… where a source is a jar, or `jrt:module` for a module of the
 * running JDK, and PACKAGES and EXCLUDED are comma-separated package names, `name.**` for a package and all below it.
 */
public final class SignatureWriter {
  /** Marks a class name inside a line until all names are known and can be shortened. */
  private static final char OPEN = '\u0001';
  private static final char CLOSE = '\u0002';

  /** What every type inherits from the root of the hierarchy: repeating it would make every file longer. */
  private static final Set<String> ROOT_MEMBERS =
      Set.of(
          "equals(" + reference("java/lang/Object") + ")boolean",
          "hashCode()int",
          "toString()" + reference("java/lang/String"),
          "a:equals(" + reference("java/lang/Object") + ")boolean",
          "a:hashCode()int",
          "a:toString()" + reference("java/lang/String"));

  private final Map<String, ClassLine> classes = new TreeMap<>();
  private final List<String> packages;
  private final List<String> excluded;

  private SignatureWriter(List<String> packages, List<String> excluded) {
    this.packages = packages;
    this.excluded = excluded;
  }

  public static void main(String[] args) throws IOException {
    SignatureWriter writer = new SignatureWriter(split(args[1]), split(args[2]));
    for (int i = 3; i < args.length; i++) writer.read(args[i]);
    Files.writeString(Path.of(args[0]), writer.print(), StandardCharsets.UTF_8);
  }

  private static List<String> split(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(","));
  }

  private void read(String source) throws IOException {
    if (source.startsWith("jrt:")) {
      walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/" + source.substring(4)));
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(Path.of(source))) {
      walk(jar.getPath("/"));
    }
  }

  private void walk(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .filter(file -> file.toString().endsWith(".class") && !file.toString().contains("META-INF"))
          .sorted()
          .forEach(this::readClass);
    }
  }

  private boolean wanted(String className) {
    int slash = className.lastIndexOf('/');
    if (slash < 0) return false;
    String name = className.substring(0, slash).replace('/', '.');
    return matches(packages, name) && !matches(excluded, name);
  }

  private static boolean matches(List<String> patterns, String name) {
    for (String pattern : patterns) {
      if (pattern.equals(name)) return true;
      if (!pattern.endsWith(".**")) continue;
      String prefix = pattern.substring(0, pattern.length() - 3);
      if (name.equals(prefix) || name.startsWith(prefix + ".")) return true;
    }
    return false;
  }

  private void readClass(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      ClassLine line = new ClassLine();
      new ClassReader(in).accept(line, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      if (!line.skipped) classes.putIfAbsent(line.name, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Public types of the wanted packages, and whatever stands above them in the same sources: its members are inherited. */
  private Set<String> kept() {
    Set<String> kept = new HashSet<>();
    List<String> queue = new ArrayList<>();
    for (ClassLine line : classes.values()) {
      if (line.visible() && wanted(line.name)) queue.add(line.name);
    }
    while (!queue.isEmpty()) {
      String name = queue.remove(queue.size() - 1);
      ClassLine line = classes.get(name);
      if (line != null && kept.add(name)) queue.addAll(line.supers);
    }
    return kept;
  }

  private String print() {
    Set<String> kept = kept();
    List<String> lines = new ArrayList<>();
    String section = null;
    for (ClassLine line : classes.values()) {
      if (!kept.contains(line.name)) continue;
      if (!line.name.equals("java/lang/Object")) line.members.removeAll(ROOT_MEMBERS);
      int slash = line.name.lastIndexOf('/');
      String packageName = line.name.substring(0, slash).replace('/', '.');
      if (!packageName.equals(section)) lines.add("@" + packageName);
      section = packageName;
      lines.add(line.name.substring(slash + 1) + "\t" + line.text());
    }
    Map<String, String> shortNames = shortNames(lines);
    StringBuilder out = new StringBuilder();
    for (Map.Entry<String, TreeSet<String>> names : byPackage(shortNames).entrySet()) {
      out.append('=').append(names.getKey()).append('\t').append(String.join("\t", names.getValue())).append('\n');
    }
    for (String line : lines) out.append(replaceNames(line, shortNames)).append('\n');
    return out.toString();
  }

  private static Map<String, TreeSet<String>> byPackage(Map<String, String> shortNames) {
    Map<String, TreeSet<String>> byPackage = new TreeMap<>();
    for (Map.Entry<String, String> entry : shortNames.entrySet()) {
      String full = entry.getKey();
      if (full.equals(entry.getValue())) continue;
      byPackage.computeIfAbsent(full.substring(0, full.lastIndexOf('.')), k -> new TreeSet<>()).add(entry.getValue());
    }
    return byPackage;
  }

  /** Full name → the part after the package where no other name of the file ends alike, else the full name. */
  private static Map<String, String> shortNames(List<String> lines) {
    Set<String> names = new TreeSet<>();
    for (String line : lines) {
      for (int at = line.indexOf(OPEN); at >= 0; at = line.indexOf(OPEN, at + 1)) {
        names.add(line.substring(at + 1, line.indexOf(CLOSE, at)));
      }
    }
    Map<String, String> taken = new TreeMap<>();
    Map<String, String> result = new TreeMap<>();
    for (String name : names) {
      String simple = name.substring(name.lastIndexOf('.') + 1);
      boolean free = name.indexOf('.') > 0 && simple.length() > 1 && taken.putIfAbsent(simple, name) == null;
      result.put(name, free ? simple : name);
    }
    return result;
  }

  private static String replaceNames(String line, Map<String, String> shortNames) {
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (int at = line.indexOf(OPEN); at >= 0; at = line.indexOf(OPEN, from)) {
      int end = line.indexOf(CLOSE, at);
      out.append(line, from, at).append(shortNames.get(line.substring(at + 1, end)));
      from = end + 1;
    }
    return out.append(line.substring(from)).toString();
  }

  private static String reference(String internalName) {
    return OPEN + internalName.replace('/', '.') + CLOSE;
  }

  /** Collects one class. */
  private static final class ClassLine extends ClassVisitor {
    String name;
    boolean skipped;
    private int access;
    private String header;
    final List<String> supers = new ArrayList<>();
    final TreeSet<String> members = new TreeSet<>();
    private final List<String> constants = new ArrayList<>();
    private Set<String> typeVariables = Set.of();

    ClassLine() {
      super(Opcodes.ASM8);
    }

    boolean visible() {
      return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
    }

    String text() {
      List<String> all = new ArrayList<>();
      all.add(flags() + header);
      all.addAll(constants);
      all.addAll(members);
      return String.join("\t", all);
    }

    private String flags() {
      String kind = "C";
      if ((access & Opcodes.ACC_ANNOTATION) != 0) kind = "A";
      else if ((access & Opcodes.ACC_INTERFACE) != 0) kind = "I";
      else if ((access & Opcodes.ACC_ENUM) != 0) kind = "E";
      else if (supers.get(0).equals("java/lang/Record")) kind = "R";
      boolean isAbstract = kind.equals("C") && (access & Opcodes.ACC_ABSTRACT) != 0;
      return kind
          + (isAbstract ? "a" : "")
          + ((access & Opcodes.ACC_FINAL) != 0 ? "f" : "")
          + ((access & Opcodes.ACC_STATIC) != 0 ? "s" : "");
    }

    @Override
    public void visit(int version, int flags, String className, String signature, String superName, String[] interfaces) {
      name = className;
      access = flags;
      skipped = (flags & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_MODULE)) != 0 || className.endsWith("package-info");
      supers.add(superName == null ? "" : superName);
      supers.addAll(List.of(interfaces));
      Printer printer = new Printer(new HashSet<>());
      if (signature != null) {
        new SignatureReader(signature).accept(printer);
      } else {
        if (superName != null) printer.visitSuperclass().visitPlain(superName);
        for (String parent : interfaces) printer.visitInterface().visitPlain(parent);
      }
      typeVariables = printer.variables;
      boolean isInterface = (flags & Opcodes.ACC_INTERFACE) != 0;
      header = printer.formals() + "\t" + printer.parents(isInterface);
    }

    @Override
    public void visitInnerClass(String innerName, String outerName, String simpleName, int flags) {
      if (!innerName.equals(name)) return;
      access = (access & ~(Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) | flags;
      if (outerName == null || simpleName == null) skipped = true;
    }

    /** Called for sealed types; the default refuses, because the bundled library calls them experimental. */
    @Override
    @SuppressWarnings("deprecation")
    public void visitPermittedSubclassExperimental(String permitted) {
      // Who may extend a library type says nothing about calls.
    }

    private static boolean hidden(int flags) {
      return (flags & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0 || (flags & Opcodes.ACC_SYNTHETIC) != 0;
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
      if (hidden(flags)) return null;
      Printer printer = new Printer(new HashSet<>(typeVariables));
      new SignatureReader(signature == null ? descriptor : signature).acceptType(printer);
      boolean isEnumConstant = (flags & Opcodes.ACC_ENUM) != 0;
      String letters = (isEnumConstant ? "e" : (flags & Opcodes.ACC_STATIC) != 0 ? "s" : "")
          + ((flags & Opcodes.ACC_PROTECTED) != 0 ? "p" : "");
      String text = (letters.isEmpty() ? "" : letters + ":") + field + "=" + printer.text();
      if (value instanceof String string && string.length() <= 200) text += "=" + quote(string);
      else if (value instanceof Integer || value instanceof Long) text += "=" + value;
      if (isEnumConstant) constants.add(text);
      else members.add(text);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature, String[] exceptions) {
      if (hidden(flags) || method.equals("<clinit>") || (flags & Opcodes.ACC_BRIDGE) != 0) return null;
      Printer printer = new Printer(new HashSet<>(typeVariables));
      // Signatures of constructors of inner classes and enums leave out parameters that the compiler adds.
      new SignatureReader(signature == null ? descriptor : signature).accept(printer);
      boolean inInterface = (access & Opcodes.ACC_INTERFACE) != 0;
      boolean isStatic = (flags & Opcodes.ACC_STATIC) != 0;
      boolean isAbstract = (flags & Opcodes.ACC_ABSTRACT) != 0;
      String letters = (isStatic ? "s" : "")
          + (isAbstract ? "a" : "")
          + (inInterface && !isAbstract && !isStatic ? "d" : "")
          + ((flags & Opcodes.ACC_VARARGS) != 0 ? "v" : "")
          + ((flags & Opcodes.ACC_PROTECTED) != 0 ? "p" : "");
      String shown = method.equals("<init>") ? "new" : method;
      members.add((letters.isEmpty() ? "" : letters + ":") + shown + printer.formals() + printer.call());
      return null;
    }

    private static String quote(String text) {
      StringBuilder out = new StringBuilder("\"");
      for (char c : text.toCharArray()) {
        if (c == '"' || c == '\\') out.append('\\').append(c);
        else if (c < 0x20 || c > 0x7e) out.append(String.format("\\u%04x", (int) c));
        else out.append(c);
      }
      return out.append('"').toString();
    }
  }

  /** Prints generic signatures in the notation of signature files. */
  private static class Printer extends SignatureVisitor {
    final Set<String> variables;
    private final StringBuilder formals = new StringBuilder();
    private final List<Printer> bounds = new ArrayList<>();
    private final List<Printer> parameters = new ArrayList<>();
    private final List<Printer> parents = new ArrayList<>();
    private Printer superclass;
    private Printer returned;
    private final StringBuilder out = new StringBuilder();
    private int arrays;
    private boolean hasArguments;

    /** Declared variables are added to the set, which may be shared with the types inside this one. */
    Printer(Set<String> variables) {
      super(Opcodes.ASM8);
      this.variables = variables;
    }

    String text() {
      return out + "[]".repeat(arrays);
    }

    String formals() {
      closeFormal();
      return formals.length() == 0 ? "" : "<" + formals + ">";
    }

    String call() {
      List<String> shown = new ArrayList<>();
      for (Printer parameter : parameters) shown.add(parameter.text());
      return "(" + String.join(",", shown) + ")" + (returned == null ? "" : returned.text());
    }

    String parents(boolean isInterface) {
      List<String> shown = new ArrayList<>();
      if (!isInterface) {
        String above = superclass == null ? "" : superclass.text();
        shown.add(above.equals(reference("java/lang/Object")) ? "" : above);
      }
      for (Printer parent : parents) shown.add(parent.text());
      return String.join(";", shown);
    }

    void visitPlain(String internalName) {
      out.append(reference(internalName));
    }

    private Printer child() {
      return new SharedScope(this);
    }

    private void closeFormal() {
      if (bounds.isEmpty()) return;
      List<String> shown = new ArrayList<>();
      for (Printer bound : bounds) shown.add(bound.text());
      bounds.clear();
      if (shown.equals(List.of(reference("java/lang/Object")))) return;
      formals.append(':').append(String.join("&", shown));
    }

    @Override
    public void visitFormalTypeParameter(String name) {
      closeFormal();
      if (formals.length() > 0) formals.append(',');
      formals.append(name);
      variables.add(name);
    }

    @Override
    public SignatureVisitor visitClassBound() {
      bounds.add(child());
      return bounds.get(bounds.size() - 1);
    }

    @Override
    public SignatureVisitor visitInterfaceBound() {
      return visitClassBound();
    }

    @Override
    public Printer visitSuperclass() {
      closeFormal();
      superclass = child();
      return superclass;
    }

    @Override
    public Printer visitInterface() {
      parents.add(child());
      return parents.get(parents.size() - 1);
    }

    @Override
    public SignatureVisitor visitParameterType() {
      closeFormal();
      parameters.add(child());
      return parameters.get(parameters.size() - 1);
    }

    @Override
    public SignatureVisitor visitReturnType() {
      closeFormal();
      returned = child();
      return returned;
    }

    @Override
    public void visitBaseType(char descriptor) {
      String[] names = {"boolean", "byte", "char", "double", "float", "int", "long", "short"};
      int at = "ZBCDFIJS".indexOf(descriptor);
      out.append(at < 0 ? "" : names[at]);
    }

    @Override
    public void visitTypeVariable(String name) {
      out.append(variables.contains(name) ? name : reference("java/lang/Object"));
    }

    @Override
    public SignatureVisitor visitArrayType() {
      arrays++;
      return this;
    }

    @Override
    public void visitClassType(String name) {
      out.append(OPEN).append(name.replace('/', '.'));
    }

    @Override
    public void visitInnerClassType(String name) {
      // `Outer<A>.Inner`: the arguments of the outer type are dropped. A printer holds one class type, from its start.
      int close = out.indexOf(String.valueOf(CLOSE));
      String outer = out.substring(1, close < 0 ? out.length() : close);
      out.setLength(0);
      out.append(OPEN).append(outer).append('$').append(name);
      hasArguments = false;
    }

    @Override
    public void visitTypeArgument() {
      separate();
      out.append('?');
    }

    @Override
    public SignatureVisitor visitTypeArgument(char wildcard) {
      separate();
      if (wildcard != INSTANCEOF) out.append(wildcard);
      Printer outer = this;
      return new SharedScope(this) {
        @Override
        void done() {
          outer.out.append(text());
        }
      };
    }

    private void separate() {
      out.append(hasArguments ? "," : CLOSE + "<");
      hasArguments = true;
    }

    @Override
    public void visitEnd() {
      out.append(hasArguments ? ">" : String.valueOf(CLOSE));
      done();
    }

    void done() {
      // Only type arguments report back to the type around them.
    }

    /** Sees the type variables of the printer around it; base types and variables end without `visitEnd`. */
    private static class SharedScope extends Printer {
      SharedScope(Printer outer) {
        super(outer.variables);
      }

      @Override
      public void visitBaseType(char descriptor) {
        super.visitBaseType(descriptor);
        done();
      }

      @Override
      public void visitTypeVariable(String name) {
        super.visitTypeVariable(name);
        done();
      }
    }
  }
}
