import { describe, expect, it } from 'vitest';
import { callsOf, methodNamed, programOf } from '../../test/program-of.ts';

/** Runs statements with the domain below in scope and gives the calls of its types. */
async function run(statements: string, extra = ''): Promise<string[]> {
  const source = `
    import java.util.*;
    import java.util.concurrent.*;
    import java.util.function.*;
    import java.util.stream.*;
    enum Status { OPEN, DONE; String label() { return ""; } }
    class Item { int price() { return 1; } String title() { return ""; } }
    class Order {
      String name() { return ""; } Status status() { return null; } List<Item> items() { return null; }
      static Order parse(String text) { return null; }
      Order merge(Order other) { return this; }
    }
    interface Repository<T, I> { Optional<T> find(I id); List<T> all(); <R> R map(I id, Function<? super T, ? extends R> f); }
    interface Orders extends Repository<Order, Long> {}
    ${extra}
    class Sample { Orders orders; Order one; List<Order> list; void run() { ${statements} } }`;
  const calls = await callsOf(source, 'Sample.run');
  return calls.filter((call) => /→ (Order|Item|Status|Sample|Box|Pair)\b|✗/u.test(call));
}

describe('generics and lambdas', () => {
  it.each([
    ['chained results', 'orders.find(1L).get().name();', ['name → Order#name()']],
    [
      'a lambda of Optional.map',
      'orders.find(1L).map(o -> o.status()).get().label();',
      ['status → Order#status()', 'label → Status#label()'],
    ],
    [
      'a reference in Optional.map',
      'orders.find(1L).map(Order::status).orElseThrow().label();',
      ['::status → Order#status()', 'label → Status#label()'],
    ],
    [
      'flatMap',
      'list.stream().flatMap(o -> o.items().stream()).map(i -> i.title()).toList().get(0).length();',
      ['items → Order#items()', 'title → Item#title()'],
    ],
    ['forEach', 'list.forEach(o -> o.name());', ['name → Order#name()']],
    [
      'filter and findFirst',
      'list.stream().filter(o -> o.name() != null).findFirst().get().name();',
      ['name → Order#name()', 'name → Order#name()'],
    ],
    [
      'a collector that is typed by its target',
      'list.stream().collect(Collectors.groupingBy(o -> o.status())).get(Status.OPEN).get(0).name();',
      ['status → Order#status()', 'name → Order#name()'],
    ],
    [
      'toMap with references',
      'list.stream().collect(Collectors.toMap(Order::name, Function.identity())).get("a").status();',
      ['::name → Order#name()', 'status → Order#status()'],
    ],
    ['Comparator.comparing', 'list.sort(Comparator.comparing(o -> o.name()));', ['name → Order#name()']],
    [
      'Comparator.comparing with thenComparing',
      'list.sort(Comparator.comparing(Order::name).thenComparing(o -> o.status()));',
      ['::name → Order#name()', 'status → Order#status()'],
    ],
    [
      'computeIfAbsent',
      'Map<String, Order> m = new HashMap<>(); m.computeIfAbsent("a", k -> Order.parse(k)).name();',
      ['parse → Order#parse(java.lang.String)', 'name → Order#name()'],
    ],
    [
      'CompletableFuture',
      'CompletableFuture.supplyAsync(() -> one).thenApply(o -> o.status()).thenAccept(s -> s.label()).join();',
      ['status → Order#status()', 'label → Status#label()'],
    ],
    [
      'reduce',
      'list.stream().reduce((a, b) -> a.merge(b)).get().name();',
      ['merge → Order#merge(Order)', 'name → Order#name()'],
    ],
    [
      'a diamond',
      'var q = new ArrayDeque<Order>(list); q.peek().name(); List<Order> l = new ArrayList<>(); l.get(0).name();',
      ['name → Order#name()', 'name → Order#name()'],
    ],
    [
      'entries of a map',
      'Map<String, Order> m = Map.of("a", one); for (Map.Entry<String, Order> e : m.entrySet()) e.getValue().name(); for (var o : m.values()) o.name();',
      ['name → Order#name()', 'name → Order#name()'],
    ],
    [
      'a generic method of the tree',
      'orders.map(1L, o -> o.status()).label();',
      ['status → Order#status()', 'label → Status#label()'],
    ],
    [
      'a lambda held by a local',
      'Function<Order, Status> f = o -> o.status(); f.apply(one).label();',
      ['status → Order#status()', 'label → Status#label()'],
    ],
    ['a conditional', '(list.isEmpty() ? one : list.get(0)).name();', ['name → Order#name()']],
    [
      'a switch',
      'Order o = switch (list.size()) { case 0 -> one; default -> { yield list.get(0); } }; o.name();',
      ['name → Order#name()'],
    ],
    [
      'Arrays.asList and List.of',
      'Arrays.asList(one, one).get(0).name(); List.of(one).get(0).name();',
      ['name → Order#name()', 'name → Order#name()'],
    ],
    [
      'nested lambdas',
      'list.forEach(o -> o.items().forEach(i -> { i.title(); o.name(); }));',
      ['items → Order#items()', 'title → Item#title()', 'name → Order#name()'],
    ],
    [
      'mapToObj',
      'IntStream.range(0, 3).mapToObj(i -> list.get(i)).map(Order::name).toList();',
      ['::name → Order#name()'],
    ],
    [
      'class literals',
      'Class<Order> c = Order.class; c.cast(null).name(); Order.class.cast(null).name();',
      ['name → Order#name()', 'name → Order#name()'],
    ],
    [
      'a constructor reference',
      'Supplier<Order> s = Order::new; s.get().name(); Stream.of("a").map(Order::parse).findFirst().get().name();',
      [
        '::new → Order#<init>()',
        'name → Order#name()',
        '::parse → Order#parse(java.lang.String)',
        'name → Order#name()',
      ],
    ],
    [
      'bound references',
      'Stream.of(one).map(one::merge).findAny().get().name();',
      ['::merge → Order#merge(Order)', 'name → Order#name()'],
    ],
    [
      'arrays',
      'Order[] a = list.toArray(new Order[0]); a[0].name(); a.clone()[0].name(); list.toArray(Order[]::new)[0].name();',
      ['name → Order#name()', 'name → Order#name()', 'name → Order#name()'],
    ],
  ])('follows types through %s', async (_, statements, expected) => {
    expect(await run(statements)).toEqual(expected);
  });

  it('follows type parameters with bounds, of types and of methods', async () => {
    const box = `
      class Box<T extends Order> { T held; T get() { return held; } void use() { held.name(); }
        static <A extends Order & Comparable<A>> A first(List<A> all) { all.get(0).name(); return all.get(0); } }`;
    expect(await run('new Box<Order>().get().name(); Box.first((List) list).name();', box)).toEqual([
      'new → Box#<init>()',
      'get → Box#get()',
      'name → Order#name()',
      'first → Box#first(java.util.List)',
      'name → Order#name()',
    ]);
  });

  it('takes an unbounded wildcard for the bound of its parameter', async () => {
    const box = `class Box<T extends Box<T>> { static Box<?> make() { return null; } T with(String name) { return null; } Order end() { return null; } }`;
    expect(await run('Box.make().with("a").with("b").end().name();', box)).toEqual([
      'make → Box#make()',
      'with → Box#with(java.lang.String)',
      'with → Box#with(java.lang.String)',
      'end → Box#end()',
      'name → Order#name()',
    ]);
  });

  it('does not guess what a raw type holds', async () => {
    expect(await run('List raw = list; raw.get(0).name();')).toEqual(['name ✗ no-such-member']);
  });

  it('leaves a lambda alone whose target nobody knows', async () => {
    expect(await run('com.acme.Bus.on(o -> o.name());')).toEqual(['name ✗ receiver-unknown']);
  });

  it('tells calls in the order of their operations, although a lambda waits for what its call is wanted as', async () => {
    const source = `
      interface Shape<A> { String of(A value); } class Box<A> { static <A> Box<A> of(Shape<A> shape) { return null; } }
      class User { String name() { return ""; } }
      class Desk { void run() { Box<User> box = Box.of(user -> user.name()); box.toString(); } }`;
    expect(await callsOf(source, 'Desk.run')).toEqual([
      'name → User#name()',
      'of → Box#of(Shape)',
      'toString → (java.lang.Object)',
    ]);
  });

  it('leaves nothing open where nobody says what a type argument is', async () => {
    const program = await programOf(
      'class Desk { void run() { java.util.Collections.emptyList(); java.util.List.of().iterator(); } }',
    );
    const run = methodNamed(program, 'Desk.run');
    const object = { kind: 'class', name: 'java.lang.Object', args: [] };
    const list = { kind: 'class', name: 'java.util.List', args: [object] };
    const returned = run.calls.map(({ resolution }) =>
      resolution.status === 'external' ? resolution.returnType : null,
    );
    expect(returned.slice(0, 2)).toEqual([list, list]);
    expect(run.calls[2]?.receiver).toEqual(list);
    expect(run.operationTypes.filter((type) => type.kind === 'class' && type.args.length > 0)).toEqual([
      list,
      list,
      { kind: 'class', name: 'java.util.Iterator', args: [object] },
    ]);
  });
});
