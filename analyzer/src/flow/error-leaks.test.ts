import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
package org.clinic;
import java.io.*;
import java.util.*;
import jakarta.servlet.http.*;
import org.slf4j.*;
import org.springframework.http.*;
import org.springframework.ui.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
`;

/** How many answers to a failure leak, and how many do not. */
function counts(text: string): { readonly leaks: number; readonly silent: number } {
  const { errorResponses } = sampleOf(`${IMPORTS}${text}`).view();
  const leaks = errorResponses.filter(({ leak }) => leak !== null).length;
  return { leaks, silent: errorResponses.length - leaks };
}

/** A handler that fails, with what its catch block does; \`X\` stands for what it tells of the failure. */
function handler(handling: string, result = 'String', parameters = ''): (told: string) => string {
  return (told) => `
@org.springframework.stereotype.Controller class Files {
  static final Logger log = LoggerFactory.getLogger(Files.class);
  @GetMapping("/file") @ResponseBody ${result} show(${parameters}) throws Exception {
    try { return read(); } catch (IOException e) { ${handling.replaceAll('X', told)} }
  }
  ${result} read() throws IOException { throw new IOException("no such file"); }
}`;
}

function advice(
  body: string,
  result = 'Object',
  parameters = 'IllegalStateException e',
): (told: string) => string {
  return (told) => `
@ControllerAdvice class Failures {
  @ExceptionHandler(IllegalStateException.class) @ResponseBody ${result} answer(${parameters}) { ${body.replaceAll('X', told)} }
}
@ResponseStatus(HttpStatus.BAD_REQUEST) class Known extends RuntimeException { Known(String text) { super(text); } }`;
}

/** A web socket that fails, with what its catch block does. */
function socket(handling: string): (told: string) => string {
  return (told) => `
import org.springframework.messaging.simp.SimpMessagingTemplate;
import org.springframework.web.socket.*; import org.springframework.web.socket.handler.*;
class Chat extends TextWebSocketHandler {
  private SimpMessagingTemplate broker;
  @Override protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    try { read(); } catch (IOException e) { ${handling.replaceAll('X', told)} }
  }
  void read() throws IOException { throw new IOException(); }
}`;
}

const MODEL =
  'Model model, RedirectAttributes flash, HttpServletRequest request, HttpServletResponse response';

const WAYS: readonly (readonly [string, (told: string) => string])[] = [
  ['the result of a handler', handler('return X;')],
  ['the body of a response', handler('return ResponseEntity.status(500).body(X);', 'ResponseEntity<String>')],
  [
    'a new response',
    handler('return new ResponseEntity<>(X, HttpStatus.CONFLICT);', 'ResponseEntity<String>'),
  ],
  ['sendError', handler('response.sendError(500, X); return null;', 'String', MODEL)],
  ['the writer of the response', handler('response.getWriter().println(X); return null;', 'String', MODEL)],
  [
    'a writer of the response in a local',
    handler('PrintWriter out = response.getWriter(); out.write(X); return null;', 'String', MODEL),
  ],
  ['the model of a view', handler('model.addAttribute("error", X); return "error";', 'String', MODEL)],
  [
    'an attribute of the next request',
    handler('flash.addFlashAttribute("error", X); return "error";', 'String', MODEL),
  ],
  [
    'an attribute of the request',
    handler('request.setAttribute("error", X); return "error";', 'String', MODEL),
  ],
  ['a model and view', handler('return new ModelAndView("error").addObject("error", X);', 'ModelAndView')],
  [
    'a model and view in a local',
    handler(
      'ModelAndView view = new ModelAndView("error"); view.addObject("error", X); return view;',
      'ModelAndView',
    ),
  ],
  ['a header', handler('response.setHeader("X-Error", X); return null;', 'String', MODEL)],
  ['a status with a reason', handler('throw new ResponseStatusException(HttpStatus.CONFLICT, X);')],
  [
    'a map',
    handler(
      'Map<String, Object> body = new HashMap<>(); body.put("error", X); return body;',
      'Map<String, Object>',
    ),
  ],
  [
    'an object with a part',
    handler('Failure failure = new Failure(); failure.text = X; return failure;', 'Failure'),
  ],
  ['the result of an exception handler', advice('return X;')],
  ['a problem', advice('return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, X);', 'ProblemDetail')],
  [
    'a detail of a problem',
    advice(
      'ProblemDetail problem = ProblemDetail.forStatus(400); problem.setDetail(X); return problem;',
      'ProblemDetail',
    ),
  ],
  [
    'a property of a problem',
    advice(
      'ProblemDetail problem = ProblemDetail.forStatus(400); problem.setProperty("cause", X); return problem;',
      'ProblemDetail',
    ),
  ],
  [
    'an entity of an exception handler',
    advice('return ResponseEntity.badRequest().body(Map.of("error", X));', 'ResponseEntity<?>'),
  ],
  [
    'a mapper of JAX-RS',
    (told) => `
import jakarta.ws.rs.core.*; import jakarta.ws.rs.ext.*;
@Provider class Mapper implements ExceptionMapper<IllegalStateException> {
  public Response toResponse(IllegalStateException e) { return Response.status(500).entity(${told}).build(); }
}`,
  ],
  [
    'a status of gRPC',
    (told) => `
import io.grpc.Status; import io.grpc.stub.StreamObserver; import org.clinic.proto.*;
import org.clinic.proto.GreeterGrpc;
class Greeter extends GreeterGrpc.GreeterImplBase {
  @Override public void greet(Hello request, StreamObserver<Hello> observer) {
    try { read(); } catch (IOException e) {
      observer.onError(Status.INTERNAL.withDescription(${told}).asRuntimeException());
    }
  }
  void read() throws IOException { throw new IOException(); }
}`,
  ],
  [
    'an error of GraphQL',
    (told) => `
import graphql.*; import graphql.schema.*; import graphql.GraphqlErrorBuilder;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
@org.springframework.stereotype.Component class Errors extends DataFetcherExceptionResolverAdapter {
  @Override protected GraphQLError resolveToSingleError(Throwable e, DataFetchingEnvironment environment) {
    return GraphqlErrorBuilder.newError(environment).message(${told}).build();
  }
}`,
  ],
  [
    'a message over a web socket',
    (told) => `
import org.springframework.web.socket.*; import org.springframework.web.socket.handler.*;
class Chat extends TextWebSocketHandler {
  @Override protected void handleTextMessage(WebSocketSession session, TextMessage message) throws Exception {
    try { read(); } catch (IOException e) { session.sendMessage(new TextMessage(${told})); }
  }
  void read() throws IOException { throw new IOException(); }
}`,
  ],
  [
    'the reason by which a web socket is closed',
    socket('session.close(CloseStatus.SERVER_ERROR.withReason(X));'),
  ],
  ['a broker of messages', socket('broker.convertAndSend("/topic/errors", X);')],
  ['a broker of messages for a user', socket('broker.convertAndSendToUser("anna", "/queue/errors", X);')],
  [
    'a handler of failed messages',
    (told) => `
@org.springframework.stereotype.Controller class Chat {
  @org.springframework.messaging.handler.annotation.MessageExceptionHandler String failed(IOException e) { return ${told}; }
}`,
  ],
  [
    'an endpoint that is told of a failure',
    (told) => `
import jakarta.websocket.*;
@jakarta.websocket.server.ServerEndpoint("/chat") class Chat {
  @OnError public void failed(Session session, Throwable e) { session.getAsyncRemote().sendText(${told}); }
}`,
  ],
  [
    'a status of gRPC that is thrown',
    (told) => `
import io.grpc.Status; import io.grpc.stub.StreamObserver; import org.clinic.proto.*;
class Greeter extends GreeterGrpc.GreeterImplBase {
  @Override public void greet(Hello request, StreamObserver<Hello> observer) {
    try { read(); } catch (IOException e) { throw Status.INTERNAL.withDescription(${told}).asRuntimeException(); }
  }
  void read() throws IOException { throw new IOException(); }
}`,
  ],
  [
    'a status that a handler of failures gives to gRPC',
    (told) => `
import io.grpc.Status;
@net.devh.boot.grpc.server.advice.GrpcAdvice class Failures {
  @net.devh.boot.grpc.server.advice.GrpcExceptionHandler Status failed(IOException e) { return Status.INTERNAL.withDescription(${told}); }
}`,
  ],
  [
    'the session, for the next page',
    handler('request.getSession().setAttribute("error", X); return "redirect:/";', 'String', MODEL),
  ],
];

describe('the text of a failure that goes to the client', () => {
  it.each(WAYS)('leaks by %s', (_, text) => {
    expect(counts(text('e.getMessage()'))).toEqual({ leaks: 1, silent: 0 });
  });

  it.each(WAYS)('is no leak by %s where a constant is told', (_, text) => {
    expect(counts(text('"failed"')).leaks).toBe(0);
  });

  it.each([
    ['the stack by the writer of the response', 'e.printStackTrace(response.getWriter()); return null;', 1],
    ['the stack to standard error', 'e.printStackTrace(); return null;', 0],
    [
      'the stack by a writer that is told',
      'StringWriter text = new StringWriter(); e.printStackTrace(new PrintWriter(text)); return text.toString();',
      1,
    ],
    [
      'the stack by a writer that is logged',
      'StringWriter text = new StringWriter(); e.printStackTrace(new PrintWriter(text)); log.error(text.toString()); return "";',
      0,
    ],
    ['the name of its class', 'return e.getClass().getName();', 1],
    ['the text of its cause', 'return e.getCause().getMessage();', 1],
    ['its frames', 'return Arrays.toString(e.getStackTrace());', 1],
    [
      'by a builder of text',
      'StringBuilder text = new StringBuilder("x"); text.append(e.getMessage()); return text.toString();',
      1,
    ],
    [
      'in a list',
      'List<String> texts = new ArrayList<>(); texts.add(e.getMessage()); return texts.toString();',
      1,
    ],
    ['in a log only', 'log.error("failed " + e.getMessage(), e); return "failed";', 0],
    ['as a number', 'return "code " + e.getMessage().length();', 0],
    ['overwritten by a constant', 'String text = e.getMessage(); text = "failed"; return text;', 0],
  ])('%s', (_, handling, leaks) => {
    expect(counts(handler(handling, 'String', MODEL)('')).leaks).toBe(leaks);
  });
});

describe('a failure that gRPC is handed as it is', () => {
  it('comes out as an unknown one, without its text', () => {
    const text = `
import io.grpc.stub.StreamObserver; import org.clinic.proto.*;
class Greeter extends GreeterGrpc.GreeterImplBase {
  @Override public void greet(Hello request, StreamObserver<Hello> observer) {
    try { read(); } catch (IOException e) { observer.onError(e); }
  }
  void read() throws IOException { throw new IOException(); }
}`;
    expect(counts(text)).toEqual({ leaks: 0, silent: 1 });
  });
});

describe('a session', () => {
  it('is no answer where the failure itself is kept there, or nothing of it', () => {
    const kept = (value: string) =>
      handler(`request.getSession().setAttribute("error", ${value}); return "error";`, 'String', MODEL)('');
    expect(counts(kept('e'))).toEqual({ leaks: 0, silent: 1 });
    expect(counts(kept('"failed"'))).toEqual({ leaks: 0, silent: 1 });
  });

  it('may hold a secret, which stays on the server', () => {
    const text = `
@org.springframework.stereotype.Controller class Login {
  @PostMapping("/login") String login(String password, HttpSession session) { session.setAttribute("p", password); return "ok"; }
}`;
    const { secretUses } = sampleOf(`${IMPORTS}${text}`).view();
    expect(secretUses.filter(({ reaches }) => reaches === 'response')).toEqual([]);
  });
});

describe('an endpoint that is told of a failure and says nothing', () => {
  it('answers nobody', () => {
    const text = `
import jakarta.websocket.*;
@jakarta.websocket.server.ServerEndpoint("/chat") class Chat {
  static final Logger log = LoggerFactory.getLogger(Chat.class);
  @OnError public void failed(Session session, Throwable e) { log.warn("failed", e); }
}`;
    expect(counts(text)).toEqual({ leaks: 0, silent: 0 });
  });
});

describe('a failure of the project whose messages are all constants', () => {
  const text = (message: string) => `
class Missing extends RuntimeException { Missing(String text) { super(text); } }
@ControllerAdvice class Failures {
  @ExceptionHandler(Missing.class) @ResponseBody String answer(Missing e) { return e.getMessage(); }
}
class Finder { void find(String id) { throw new Missing(${message}); } }`;

  it('tells nothing by its message', () => expect(counts(text('"not here"')).leaks).toBe(0));
  it('tells what its message is made of', () => expect(counts(text('"no " + id')).leaks).toBe(1));
});
