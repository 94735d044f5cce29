import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reads names of controller classes, one a line, and prints what Spring MVC maps to them: `VERB path class#method`, with the
 * class that declares the method and `*` for no verb. Each class is asked in a context of its own.
 */
public final class MappingTruth {
  public static void main(String[] arguments) throws Exception {
    BufferedReader names = new BufferedReader(new InputStreamReader(System.in));
    for (String name = names.readLine(); name != null; name = names.readLine()) {
      for (String row : rowsOf(Class.forName(name))) System.out.println(row);
    }
  }

  private static TreeSet<String> rowsOf(Class<?> controller) {
    StaticWebApplicationContext context = new StaticWebApplicationContext();
    context.setServletContext(new MockServletContext());
    context.registerSingleton("controller", controller);
    context.registerSingleton("mapping", RequestMappingHandlerMapping.class);
    context.refresh();
    RequestMappingHandlerMapping mapping = context.getBean(RequestMappingHandlerMapping.class);
    TreeSet<String> rows = new TreeSet<>();
    for (Map.Entry<RequestMappingInfo, HandlerMethod> each : mapping.getHandlerMethods().entrySet()) {
      Method method = each.getValue().getMethod();
      String handler = method.getDeclaringClass().getName() + "#" + method.getName();
      Set<String> patterns = each.getKey().getPatternsCondition().getPatterns();
      for (String path : patterns.isEmpty() ? Collections.singleton("") : patterns) {
        if (each.getKey().getMethodsCondition().getMethods().isEmpty()) rows.add("* " + path + " " + handler);
        for (RequestMethod verb : each.getKey().getMethodsCondition().getMethods()) {
          rows.add(verb + " " + path + " " + handler);
        }
      }
    }
    return rows;
  }
}
