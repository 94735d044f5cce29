import { describe, expect, it } from 'vitest';
import { accessOf, pomWith } from '../../../test/access-of.ts';

/** Who may call an action of Struts and a servlet beside it, where an interceptor of the tree does this. */
async function verdictsOf(body: string) {
  const { verdicts } = await accessOf({
    'pom.xml': pomWith('org.apache.struts:struts2-core', 'javax.servlet:javax.servlet-api').replace(
      '</project>',
      '<packaging>war</packaging></project>',
    ),
    'src/main/resources/struts.xml':
      '<struts><package name="desk" namespace="/desk"><action name="list" class="org.sample.List"/></package></struts>',
    'List.java': 'package org.sample; public class List { public String execute() { return "list"; } }',
    'Shop.java': `package org.sample;
import javax.servlet.http.*;
@javax.servlet.annotation.WebServlet("/shop") public class Shop extends HttpServlet {
  @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) { }
}`,
    'Gate.java': `package org.sample;
import com.opensymphony.xwork2.ActionInvocation;
public class Gate extends com.opensymphony.xwork2.interceptor.MethodFilterInterceptor {
  @Override public String doIntercept(ActionInvocation invocation) throws Exception { ${body} }
}`,
  });
  return [verdicts['* /desk/list.action'], verdicts['GET /shop']];
}

describe('an interceptor of Struts', () => {
  it('leaves unknown who may call actions where it may end without them', async () => {
    const doubt = 'unknown an interceptor of Struts refuses callers, of which actions nobody can tell';
    expect(
      await verdictsOf(
        'if (invocation.getInvocationContext().getSession().get("user") == null) return "denied"; return invocation.invoke();',
      ),
    ).toEqual([doubt, 'public']);
    expect(
      await verdictsOf(
        'if (invocation.getAction() instanceof Closed closed && closed.isClosed()) return "denied"; return invocation.invoke(); } interface Closed { boolean isClosed();',
      ),
    ).toEqual([doubt, 'public']);
  });

  it('says nothing of callers where it always goes on', async () => {
    expect(
      await verdictsOf('System.out.println(invocation.getAction()); return invocation.invoke();'),
    ).toEqual(['public', 'public']);
  });
});
