import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
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
 * Asks javac which methods every call of a source tree may reach: the declared method, and all methods of the tree that
 * override it. Needs no class path: what javac cannot type without the libraries is reported as unknown.
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
        if (elementAt(getCurrentPath()) instanceof TypeElement element) own.add(element);
        return super.visitClass(type, nothing);
      }
    }.scan(unit, null);
  }

  /** For every type: what its own methods override, and what its inherited ones implement of its interfaces. */
  private void collectOverriders() {
    for (TypeElement type : own) {
      Set<TypeElement> above = new LinkedHashSet<>();
      collectSupertypes(type.asType(), above);
      List<ExecutableElement> inherited = new ArrayList<>(ElementFilter.methodsIn(type.getEnclosedElements()));
      if (!type.getKind().isInterface()) {
        for (TypeElement parent : above) {
          if (own.contains(parent) && !parent.getKind().isInterface()) {
            inherited.addAll(ElementFilter.methodsIn(parent.getEnclosedElements()));
          }
        }
      }
      for (TypeElement parent : above) {
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
        print(unit, file, getCurrentPath(), text, select);
        return super.visitMethodInvocation(call, nothing);
      }

      @Override
      public Void visitNewClass(NewClassTree created, Void nothing) {
        print(unit, file, getCurrentPath(), "new", null);
        return super.visitNewClass(created, nothing);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
        print(unit, file, getCurrentPath(), "::" + (reference.getMode() == MemberReferenceTree.ReferenceMode.NEW ? "new" : reference.getName()), null);
        return super.visitMemberReference(reference, nothing);
      }
    }.scan(unit, null);
  }

  private void print(CompilationUnitTree unit, String file, TreePath path, String name, ExpressionTree select) {
    Tree node = path.getLeaf();
    long line = unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, node));
    Element element = elementAt(path);
    String head = file + "\t" + line + "\t" + name + "\t";
    if (!(element instanceof ExecutableElement method)
        || method.asType().getKind() == TypeKind.ERROR
        // Members of arrays belong to no type.
        || !(method.getEnclosingElement() instanceof TypeElement)) {
      out.println(head + "unknown\t\t");
      return;
    }
    boolean isOwn = own.contains(method.getEnclosingElement());
    Set<String> targets = new LinkedHashSet<>();
    if (isOwn) targets.add(id(method));
    if (isVirtual(method, select)) {
      TypeMirror receiver = isOwn ? null : receiverOf(path, method);
      for (ExecutableElement lower : overriders.getOrDefault(method, Set.of())) {
        if (isOwn || isBelow(lower, receiver)) targets.add(id(lower));
      }
    }
    out.println(head + (isOwn ? "own" : "library") + "\t" + id(method) + "\t" + String.join("|", targets));
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
    List<String> parameters = new ArrayList<>();
    method.getParameters().forEach(parameter -> parameters.add(erased(types.erasure(parameter.asType()))));
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    return elements.getBinaryName(owner) + "#" + method.getSimpleName() + "(" + String.join(",", parameters) + ")";
  }

  private String erased(TypeMirror type) {
    if (type instanceof ArrayType array) return erased(array.getComponentType()) + "[]";
    if (type.getKind() == TypeKind.DECLARED && ((DeclaredType) type).asElement() instanceof TypeElement element) {
      return elements.getBinaryName(element).toString();
    }
    return type.toString();
  }
}
