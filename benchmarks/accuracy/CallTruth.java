import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Asks javac which methods every call of a source tree may reach: the declared method, unless every object of the tree has
 * another in its place, and all methods of the tree that override it. Needs no class path: what javac cannot type
 * without the libraries is reported as unknown, and so is what it only guesses: an overload taken for an argument of a type
 * it does not know, a method in whose place an annotation processor generates another.
 *
 * <p>Usage: CallTruth OUT LIST, where LIST is a file with one source file a line. Where javac breaks off in the middle it
 * is asked once more for each type; what it cannot type then is unknown.
 *
 * <p>Writes tab-separated: file, line of the start of the expression, name, kind (`own`, `library` or `unknown`), declared
 * method, targets separated by `|`. Method ids are `binary.Type$Nested#name(erased.Parameter,int[])`.
 */
public final class CallTruth {
  private final Trees trees;
  private final Elements elements;
  private final Types types;
  private final Map<ExecutableElement, Set<ExecutableElement>> overriders = new HashMap<>();
  private final Set<TypeElement> own = new LinkedHashSet<>();
  /** Simple names of annotations as written: javac leaves out those that it has no class of. */
  private final Map<Element, Set<String>> written = new HashMap<>();
  private final Map<TypeElement, Set<TypeElement>> above = new HashMap<>();
  /** Types with another below them. */
  private final Set<TypeElement> extended = new LinkedHashSet<>();
  private final Map<ExecutableElement, Boolean> replaced = new HashMap<>();
  private final PrintWriter out;

  private CallTruth(JavacTask task, PrintWriter out) {
    this.trees = Trees.instance(task);
    this.elements = task.getElements();
    this.types = task.getTypes();
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<Path> files = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(args[1]))) files.add(Path.of(line));
    List<String> options = new ArrayList<>(
        List.of("-proc:none", "-XDshould-stop.ifError=FLOW", "-XDshould-stop.at=FLOW", "-Xmaxerrs", "1", "-nowarn", "-implicit:none"));
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(d -> {}, Locale.ROOT, StandardCharsets.UTF_8);
        PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(args[0])))) {
      JavacTask task = (JavacTask) compiler.getTask(
          new PrintWriter(Writer.nullWriter()), manager, d -> {}, options, null, manager.getJavaFileObjectsFromPaths(files));
      List<CompilationUnitTree> units = new ArrayList<>();
      for (CompilationUnitTree unit : task.parse()) units.add(unit);
      try {
        task.analyze();
      } catch (RuntimeException | Error e) {
        System.err.println("javac gave up: " + e);
      }
      CallTruth truth = new CallTruth(task, out);
      for (CompilationUnitTree unit : units) truth.collectTypes(unit);
      truth.collectOverriders();
      for (CompilationUnitTree unit : units) truth.printSites(unit);
    }
  }

  private void collectTypes(CompilationUnitTree unit) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void nothing) {
        if (elementAt(getCurrentPath()) instanceof TypeElement element) {
          own.add(element);
          noteAnnotations(element, type.getModifiers());
        }
        return super.visitClass(type, nothing);
      }

      @Override
      public Void visitVariable(VariableTree variable, Void nothing) {
        Element element = elementAt(getCurrentPath());
        if (element != null && element.getKind() == ElementKind.FIELD) noteAnnotations(element, variable.getModifiers());
        return super.visitVariable(variable, nothing);
      }
    }.scan(unit, null);
  }

  private void noteAnnotations(Element element, ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      written.computeIfAbsent(element, key -> new LinkedHashSet<>()).add(name.substring(name.lastIndexOf('.') + 1));
    }
  }

  /** For every type: what its own methods override, and what its inherited ones implement of its interfaces. */
  private void collectOverriders() {
    for (TypeElement type : own) {
      Set<TypeElement> parents = new LinkedHashSet<>();
      collectSupertypes(type.asType(), parents);
      above.put(type, parents);
      extended.addAll(parents);
      List<ExecutableElement> inherited = new ArrayList<>(ElementFilter.methodsIn(type.getEnclosedElements()));
      if (!type.getKind().isInterface()) {
        for (TypeElement parent : parents) {
          if (own.contains(parent) && !parent.getKind().isInterface()) {
            inherited.addAll(ElementFilter.methodsIn(parent.getEnclosedElements()));
          }
        }
      }
      for (TypeElement parent : parents) {
        for (ExecutableElement upper : ElementFilter.methodsIn(parent.getEnclosedElements())) {
          for (ExecutableElement lower : inherited) {
            boolean isOwn = lower.getEnclosingElement() == type;
            if (!isOwn && (!parent.getKind().isInterface() || isHidden(lower, inherited, type))) continue;
            if (lower != upper && lower.getSimpleName().equals(upper.getSimpleName()) && overrides(lower, upper, type)) {
              overriders.computeIfAbsent(upper, key -> new LinkedHashSet<>()).add(lower);
            }
          }
        }
      }
    }
  }

  /**
   * Whether no object of the tree has a method: every class or functional interface that could inherit it has another in
   * its place. A type with nothing below it may be an object by other means than `new`.
   */
  private boolean isReplaced(ExecutableElement method) {
    if (!(method.getEnclosingElement() instanceof TypeElement owner)) return false;
    if (method.getModifiers().contains(Modifier.ABSTRACT) || isObject(owner)) return false;
    boolean anyObject = false;
    for (TypeElement type : own) {
      if (!above.get(type).contains(owner)) continue;
      if (!isObject(type) && extended.contains(type)) continue;
      anyObject = true;
      if (!hasAnother(type, method)) return false;
    }
    return anyObject;
  }

  private boolean isObject(TypeElement type) {
    return type.getKind().isInterface() ? elements.isFunctionalInterface(type) : !type.getModifiers().contains(Modifier.ABSTRACT);
  }

  private boolean hasAnother(TypeElement type, ExecutableElement method) {
    List<TypeElement> owners = new ArrayList<>(above.get(type));
    owners.add(type);
    for (TypeElement owner : owners) {
      for (ExecutableElement other : ElementFilter.methodsIn(owner.getEnclosedElements())) {
        if (other != method && other.getSimpleName().equals(method.getSimpleName()) && overrides(other, method, type)) return true;
      }
    }
    return false;
  }

  /** Whether the type sees another method in place of an inherited one: nearer types stand first in the list. */
  private boolean isHidden(ExecutableElement method, List<ExecutableElement> inherited, TypeElement in) {
    for (ExecutableElement nearer : inherited) {
      if (nearer == method) return false;
      if (nearer.getSimpleName().equals(method.getSimpleName()) && overrides(nearer, method, in)) return true;
    }
    return false;
  }

  private boolean overrides(ExecutableElement lower, ExecutableElement upper, TypeElement in) {
    try {
      return elements.overrides(lower, upper, in);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private void collectSupertypes(TypeMirror type, Set<TypeElement> found) {
    for (TypeMirror parent : types.directSupertypes(type)) {
      if (parent instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element && found.add(element)) {
        collectSupertypes(element.asType(), found);
      }
    }
  }

  private void printSites(CompilationUnitTree unit) {
    String file = unit.getSourceFile().getName();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        ExpressionTree select = call.getMethodSelect();
        String text = select instanceof MemberSelectTree member ? member.getIdentifier().toString() : select.toString();
        print(unit, file, getCurrentPath(), text, call.getArguments());
        return super.visitMethodInvocation(call, nothing);
      }

      @Override
      public Void visitNewClass(NewClassTree created, Void nothing) {
        print(unit, file, getCurrentPath(), "new", created.getArguments());
        return super.visitNewClass(created, nothing);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
        print(unit, file, getCurrentPath(), "::" + (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW ? "new" : reference.getName()), List.of());
        return super.visitMemberReference(reference, nothing);
      }
    }.scan(unit, null);
  }

  private void print(CompilationUnitTree unit, String file, TreePath path, String name, List<? extends ExpressionTree> args) {
    Tree node = path.getLeaf();
    long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, node));
    Element element = elementAt(path);
    String head = file + "\t" + line + "\t" + name + "\t";
    if (!(element instanceof ExecutableElement method)
        || method.asType().getKind() == TypeKind.ERROR
        // Members of arrays belong to no type.
        || !(method.getEnclosingElement() instanceof TypeElement)
        || isGuess(path, method, args)
        || isGenerated(receiverOf(path, method), method)) {
      out.println(head + "unknown\t\t");
      return;
    }
    boolean isOwn = own.contains(method.getEnclosingElement());
    Set<String> targets = new LinkedHashSet<>();
    ExpressionTree select = node instanceof MethodInvocationTree call ? call.getMethodSelect() : null;
    boolean isVirtual = isVirtual(method, select);
    if (isOwn && !(isVirtual && replaced.computeIfAbsent(method, this::isReplaced))) targets.add(id(method));
    if (isVirtual) {
      TypeMirror receiver = isOwn ? null : receiverOf(path, method);
      for (ExecutableElement lower : overriders.getOrDefault(method, Set.of())) {
        if (isOwn || isBelow(lower, receiver)) targets.add(id(lower));
      }
    }
    out.println(head + (isOwn ? "own" : "library") + "\t" + id(method) + "\t" + String.join("|", targets));
  }

  /** Whether javac took one of several overloads for an argument whose type it does not know: to it such a type fits anything. */
  private boolean isGuess(TreePath path, ExecutableElement method, List<? extends ExpressionTree> args) {
    if (args.stream().noneMatch(arg -> isUnknown(typeAt(new TreePath(path, arg))))) return false;
    List<TypeElement> owners = new ArrayList<>();
    if (method.getEnclosingElement() instanceof TypeElement owner) {
      owners.add(owner);
      // The constructor of an anonymous class is chosen above it.
      boolean isAnonymous = owner.getNestingKind() == NestingKind.ANONYMOUS;
      if (isAnonymous && types.asElement(owner.getSuperclass()) instanceof TypeElement parent) owners.add(parent);
    }
    TypeMirror receiver = receiverOf(path, method);
    if (receiver instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type) {
      Set<TypeElement> parents = new LinkedHashSet<>(List.of(type));
      if (method.getKind() == ElementKind.METHOD) collectSupertypes(type.asType(), parents);
      owners.addAll(parents);
    }
    for (TypeElement owner : owners) {
      for (Element other : owner.getEnclosedElements()) {
        if (other instanceof ExecutableElement overload && isOverload(overload, method, args.size())) return true;
      }
    }
    return false;
  }

  private static boolean isUnknown(TypeMirror type) {
    return type == null || type.getKind() == TypeKind.ERROR;
  }

  private boolean isOverload(ExecutableElement other, ExecutableElement method, int arguments) {
    if (other == method || other.getKind() != method.getKind() || !other.getSimpleName().equals(method.getSimpleName())) return false;
    int parameters = other.getParameters().size();
    boolean fits = parameters == arguments || other.isVarArgs() && arguments >= parameters - 1;
    // Compared as written: types that javac does not know are alike to it.
    return fits && !parametersOf(other).equals(parametersOf(method));
  }

  /**
   * Whether an annotation processor puts another method in the place of the one that javac sees: it runs none, and a class
   * between the receiver's and the declaring one has an annotation of Lombok's that makes an accessor of this name.
   */
  private boolean isGenerated(TypeMirror receiver, ExecutableElement method) {
    if (!(receiver instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement type)) return false;
    Set<TypeElement> candidates = new LinkedHashSet<>(List.of(type));
    collectSupertypes(type.asType(), candidates);
    String name = method.getSimpleName().toString();
    for (TypeElement each : candidates) {
      if (each == method.getEnclosingElement() || !own.contains(each) || each.getKind().isInterface()) continue;
      if (OBJECT_METHODS.contains(name) && isAnnotated(each, Set.of("Data", "Value", "EqualsAndHashCode", "ToString"))) return true;
      for (Element field : ElementFilter.fieldsIn(each.getEnclosedElements())) {
        if (isAccessor(name, field.getSimpleName().toString())
            && (isAnnotated(each, ACCESSORS) || isAnnotated(field, ACCESSORS))) return true;
      }
    }
    return false;
  }

  private static final Set<String> OBJECT_METHODS = Set.of("equals", "hashCode", "toString");
  private static final Set<String> ACCESSORS = Set.of("Data", "Value", "Getter", "Setter");

  private static boolean isAccessor(String method, String field) {
    String capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    return Set.of("get" + capital, "set" + capital, "is" + capital, field).contains(method);
  }

  private boolean isAnnotated(Element element, Set<String> names) {
    return written.getOrDefault(element, Set.of()).stream().anyMatch(names::contains);
  }

  private Element elementAt(TreePath path) {
    try {
      return trees.getElement(path);
    } catch (RuntimeException | AssertionError e) {
      // Where javac broke off it is asked to attribute what is left, and may break again.
      return null;
    }
  }

  private TypeMirror typeAt(TreePath path) {
    try {
      return trees.getTypeMirror(path);
    } catch (RuntimeException | AssertionError e) {
      return null;
    }
  }

  private static boolean isVirtual(ExecutableElement method, ExpressionTree select) {
    if (method.getKind() != ElementKind.METHOD) return false;
    Set<Modifier> modifiers = method.getModifiers();
    if (modifiers.contains(Modifier.STATIC) || modifiers.contains(Modifier.PRIVATE)) return false;
    if (!(select instanceof MemberSelectTree member)) return true;
    ExpressionTree object = member.getExpression();
    if (object instanceof IdentifierTree identifier) return !identifier.getName().contentEquals("super");
    return !(object instanceof MemberSelectTree outer) || !outer.getIdentifier().contentEquals("super");
  }

  /** The type a library member is looked up on; null where any object could be meant. */
  private TypeMirror receiverOf(TreePath path, ExecutableElement method) {
    Tree node = path.getLeaf();
    TypeMirror type = null;
    if (node instanceof MethodInvocationTree call && call.getMethodSelect() instanceof MemberSelectTree member) {
      type = typeAt(new TreePath(new TreePath(path, member), member.getExpression()));
    } else if (node instanceof MemberReferenceTree reference) {
      type = typeAt(new TreePath(path, reference.getQualifierExpression()));
    } else {
      for (TreePath at = path; at != null && type == null; at = at.getParentPath()) {
        if (!(at.getLeaf() instanceof ClassTree)) continue;
        Element around = elementAt(at);
        if (around != null && types.isSubtype(types.erasure(around.asType()), types.erasure(method.getEnclosingElement().asType()))) {
          type = around.asType();
        }
      }
    }
    return type == null ? null : types.erasure(type);
  }

  private boolean isBelow(ExecutableElement method, TypeMirror receiver) {
    if (receiver == null || receiver.toString().equals("java.lang.Object")) return false;
    return types.isSubtype(types.erasure(method.getEnclosingElement().asType()), receiver);
  }

  private String id(ExecutableElement method) {
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return elements.getBinaryName(owner) + "#" + method.getSimpleName() + "(" + String.join(",", parametersOf(method)) + ")";
  }

  private List<String> parametersOf(ExecutableElement method) {
    List<String> parameters = new ArrayList<>();
    method.getParameters().forEach(parameter -> parameters.add(erased(types.erasure(parameter.asType()))));
    return parameters;
  }

  private String erased(TypeMirror type) {
    if (type instanceof ArrayType array) return erased(array.getComponentType()) + "[]";
    if (type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement element) {
      return elements.getBinaryName(element).toString();
    }
    return type.toString();
  }
}
