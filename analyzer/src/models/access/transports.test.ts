import { describe, expect, it } from 'vitest';
import { accessOf, configurationWith, MAIN_CLASS, pomWith } from '../../../test/access-of.ts';

const CHAIN = `
  @Bean SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(r -> r.requestMatchers("/ws/**").permitAll().anyRequest().authenticated()).build();
  }`;

describe('gRPC', () => {
  const of = async (files: Readonly<Record<string, string>>) => {
    const { verdicts } = await accessOf({
      'App.java': MAIN_CLASS,
      'Security.java': configurationWith(CHAIN),
      'Visits.java': `package org.sample;
import org.sample.proto.VisitsGrpc;
@net.devh.boot.grpc.server.service.GrpcService
public class Visits extends VisitsGrpc.VisitsImplBase {
  @Override public void list(String request, io.grpc.stub.StreamObserver<String> answer) { answer.onNext(""); }
}`,
      ...files,
    });
    return Object.values(verdicts).find((each) => each !== undefined);
  };
  const interceptor = (annotation: string, check: string) => ({
    'Gate.java': `package org.sample;
import io.grpc.*;
${annotation} public class Gate implements ServerInterceptor {
  @Override public <A, B> ServerCall.Listener<A> interceptCall(ServerCall<A, B> call, Metadata headers, ServerCallHandler<A, B> next) {
    String token = headers.get(KEY);
    ${check}
    return next.startCall(call, headers);
  }
}`,
  });
  const REFUSES = 'if (token == null) { call.close(Status.UNAUTHENTICATED, new Metadata()); return null; }';
  const GLOBAL = '@net.devh.boot.grpc.server.interceptor.GrpcGlobalServerInterceptor';

  it('is seen by no chain of the web, only by interceptors that can refuse', async () => {
    expect(await of({})).toBe('public');
    expect(await of(interceptor(GLOBAL, REFUSES))).toBe('authenticated');
    expect(await of(interceptor(GLOBAL, 'log(token);'))).toBe('public');
    expect(await of(interceptor('', REFUSES))).toBe('public');
  });

  const configuration = (body: string) => ({
    ...interceptor('', REFUSES),
    'Config.java': `package org.sample;
import org.springframework.context.annotation.*;
import net.devh.boot.grpc.server.interceptor.*;
@Configuration class Config { ${body} }`,
  });

  it('is behind the global interceptors that bean methods and registries bring', async () => {
    const bean = '@Bean io.grpc.ServerInterceptor gate() { return new Gate(); }';
    expect(await of(configuration(`@GrpcGlobalServerInterceptor ${bean}`))).toBe('authenticated');
    expect(await of(configuration(bean))).toBe('public');
    const registry = 'void add(GlobalServerInterceptorRegistry registry, Gate gate) { registry.add(gate); }';
    expect(await of(configuration(registry))).toBe('authenticated');
  });

  const service = (annotation: string, name: string, method = 'list') => `package org.sample;
${annotation} public class ${name} extends org.sample.proto.VisitsGrpc.VisitsImplBase {
  @Override public void ${method}(String request, io.grpc.stub.StreamObserver<String> answer) { answer.onNext(""); }
}`;

  it('is behind the interceptors that its own service names, and no others are', async () => {
    const GRPC = '@net.devh.boot.grpc.server.service.GrpcService';
    const { verdicts } = await accessOf({
      'App.java': MAIN_CLASS,
      ...interceptor('', REFUSES),
      'Visits.java': service(GRPC, 'Visits'),
      'Rooms.java': service(`${GRPC}(interceptors = Gate.class)`, 'Rooms', 'open'),
    });
    expect(verdicts).toEqual({ 'grpc list': 'public', 'grpc open': 'authenticated' });
  });

  it('is behind the interceptors that a server puts before one service, and before all', async () => {
    const server = (call: string) =>
      configuration(`Object server(io.grpc.ServerBuilder<?> builder, Visits visits, Idle idle) { return ${call}; }
  static class Idle implements io.grpc.ServerInterceptor { public <A, B> io.grpc.ServerCall.Listener<A> interceptCall(io.grpc.ServerCall<A, B> call, io.grpc.Metadata headers, io.grpc.ServerCallHandler<A, B> next) { return next.startCall(call, headers); } }`);
    const one = 'builder.addService(io.grpc.ServerInterceptors.intercept(visits, idle, new Gate()))';
    expect(await of(server(one))).toBe('authenticated');
    expect(await of(server(one.replace('visits', 'idle')))).toBe('public');
    expect(await of(server('builder.intercept(idle).intercept(new Gate())'))).toBe('authenticated');
  });

  it('may be behind the interceptors of a starter, whose rules nobody reads', async () => {
    const reader =
      'Object reader() { return new net.devh.boot.grpc.server.security.authentication.BasicGrpcAuthenticationReader(); }';
    expect(await of(configuration(`@Bean ${reader}`))).toMatch(/^unknown interceptors of the gRPC starter/u);
  });

  it('shares nothing of that with another protocol beside the web', async () => {
    const reader =
      'Object reader() { return new net.devh.boot.grpc.server.security.authentication.BasicGrpcAuthenticationReader(); }';
    const { verdicts } = await accessOf({
      'App.java': MAIN_CLASS,
      ...configuration(`@Bean ${reader}`),
      'Visits.java': service('@net.devh.boot.grpc.server.service.GrpcService', 'Visits'),
      'Rooms.java': `package org.sample;
interface Rooms { String open(String name); }
@org.apache.dubbo.config.annotation.DubboService class OurRooms implements Rooms {
  @Override public String open(String name) { return name; }
}`,
    });
    expect(Object.values(verdicts).toSorted()).toEqual([
      'public',
      expect.stringMatching(/^unknown interceptors of the gRPC starter/u),
    ]);
  });
});

describe('messages over a WebSocket', () => {
  const CONTROLLER = `package org.sample;
import org.springframework.messaging.handler.annotation.MessageMapping;
@org.springframework.stereotype.Controller public class Talk {
  @MessageMapping("/admin/say") public void say(String text) {}
  @MessageMapping("/say") public void open(String text) {}
}`;
  const of = async (rules: string, chain = CHAIN) => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith(
        'org.springframework.boot:spring-boot-starter-websocket',
        'org.springframework.boot:spring-boot-starter-security',
      ),
      'App.java': MAIN_CLASS,
      'Talk.java': CONTROLLER,
      'Security.java': configurationWith(`${chain}${rules}`),
    });
    return [verdicts['websocket /admin/say'], verdicts['websocket /say']];
  };
  const OPEN = CHAIN.replace(
    '.requestMatchers("/ws/**").permitAll().anyRequest().authenticated()',
    '.anyRequest().permitAll()',
  );
  const messages = (rules: string) => `
  @Bean org.springframework.security.authorization.AuthorizationManager<org.springframework.messaging.Message<?>> messages(
      org.springframework.security.messaging.access.intercept.MessageMatcherDelegatingAuthorizationManager.Builder messages) {
    messages${rules};
    return messages.build();
  }`;

  it('meet the rules of the connection, whose path nobody can tell, and those about destinations', async () => {
    const rules = messages(
      '.nullDestMatcher().authenticated().simpDestMatchers("/admin/**").hasRole("ADMIN").anyMessage().permitAll()',
    );
    expect(await of(rules, OPEN)).toEqual(['authorized hasRole("ADMIN")', 'public']);
    expect(await of(messages('.simpDestMatchers("/say").permitAll()'), OPEN)).toEqual(['denied', 'public']);
    expect(await of('', OPEN)).toEqual(['public', 'public']);
    expect((await of(''))[0]).toMatch(/^unknown/u);
    expect(await of('', OPEN.replace('permitAll', 'authenticated'))).toEqual([
      'authenticated',
      'authenticated',
    ]);
  });
});

describe('a handler of WebSocket messages', () => {
  it('is behind the rule for the path that it is registered for, and for any where it is not', async () => {
    const handler = {
      'pom.xml': pomWith(
        'org.springframework.boot:spring-boot-starter-websocket',
        'org.springframework.boot:spring-boot-starter-security',
      ),
      'App.java': MAIN_CLASS,
      'Security.java': configurationWith(CHAIN),
      'Live.java': `package org.sample;
import org.springframework.web.socket.*;
import org.springframework.web.socket.handler.TextWebSocketHandler;
public class Live extends TextWebSocketHandler { @Override protected void handleTextMessage(WebSocketSession session, TextMessage text) {} }`,
    };
    const registered = (path: string) => ({
      ...handler,
      'Sockets.java': `package org.sample;
import org.springframework.web.socket.config.annotation.*;
public class Sockets implements WebSocketConfigurer {
  @Override public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) { registry.addHandler(new Live(), "${path}"); }
}`,
    });
    const of = async (files: Readonly<Record<string, string>>) =>
      Object.values((await accessOf(files)).verdicts);
    expect(await of(registered('/ws/live'))).toEqual(['public']);
    expect(await of(registered('/live'))).toEqual(['authenticated']);
    expect((await of(handler))[0]).toMatch(/^unknown/u);
  });
});

describe('an interceptor of the handshake', () => {
  const of = async (check: string) => {
    const { verdicts } = await accessOf({
      'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-websocket'),
      'App.java': MAIN_CLASS,
      'Live.java': `package org.sample;
import org.springframework.web.socket.*;
import org.springframework.web.socket.handler.TextWebSocketHandler;
public class Live extends TextWebSocketHandler { @Override protected void handleTextMessage(WebSocketSession session, TextMessage text) {} }`,
      'Door.java': `package org.sample;
import org.springframework.http.server.*;
import org.springframework.web.socket.WebSocketHandler;
public class Door implements org.springframework.web.socket.server.HandshakeInterceptor {
  @Override public boolean beforeHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler, java.util.Map<String, Object> attributes) {
    ${check}
  }
  @Override public void afterHandshake(ServerHttpRequest request, ServerHttpResponse response, WebSocketHandler handler, Exception failure) {}
}`,
    });
    return Object.values(verdicts);
  };

  it('leaves it open who may speak where it can refuse, and changes nothing where it cannot', async () => {
    const refuses = 'if (request.getHeaders().getFirst("token") == null) return false; return true;';
    expect(await of(refuses)).toEqual([expect.stringMatching(/^unknown an interceptor of the handshake/u)]);
    expect(await of('attributes.put("token", request.getHeaders().getFirst("token")); return true;')).toEqual(
      ['public'],
    );
  });
});

describe('a handler in the pipeline of a server', () => {
  it('decides itself who may speak to it, whatever brokers do', async () => {
    const { verdicts } = await accessOf({
      'Talk.java': `package org.sample;
import io.netty.channel.*;
public class Talk extends SimpleChannelInboundHandler<String> {
  @Override protected void channelRead0(ChannelHandlerContext context, String text) {}
  void start() { new io.netty.bootstrap.ServerBootstrap().childHandler(this); }
}`,
    });
    expect(Object.values(verdicts)).toEqual([
      'unknown the handler itself decides who may speak over its connection',
    ]);
  });
});
