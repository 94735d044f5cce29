import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';

const IMPORTS = `
import java.sql.Statement;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.function.*;
`;

const operations = (text: string) =>
  sampleOf(IMPORTS + text)
    .view()
    .roads.map((road) => `${road.entry.paths.join()} ${road.sink.operation}`);

const tainted = (text: string) =>
  sampleOf(IMPORTS + text)
    .view()
    .taintedPaths.map((path) => `${path.source.what} ${path.taint} ${path.hops.length}`);

describe('calls that frameworks make', () => {
  it('lead from an event to its listener, and carry the event', () => {
    const text = `
      class Renamed { final String name; Renamed(String name) { this.name = name; } }
      @RestController class Desk {
        private ApplicationEventPublisher events;
        @PostMapping("/names") void rename(String name) { events.publishEvent(new Renamed(name)); }
      }
      @Component class Registry {
        private Statement statement;
        @EventListener void renamed(Renamed event) throws Exception { statement.execute("x" + event.name); }
        void unused(Renamed event) throws Exception { statement.executeUpdate("y" + event.name); }
      }`;
    expect(operations(text)).toEqual([expect.stringContaining('/names db')]);
    expect(tainted(text)).toEqual(['name sql 2']);
  });

  it('lead from a handler to what runs before it in its class', () => {
    const text = `
      @RestController class Rooms {
        private Statement statement;
        @ModelAttribute void load(@RequestParam String room) throws Exception { statement.execute("x" + room); }
        void unused(String room) throws Exception { statement.execute("y" + room); }
        @GetMapping("/rooms") void show(@RequestParam String room) { }
      }`;
    expect(operations(text)).toHaveLength(1);
    expect(tainted(text)).toEqual(['room sql 2']);
  });
});

describe('members that the compiler calls', () => {
  const desk = (statements: string, more = '') => `
      class Lease implements AutoCloseable {
        private final Statement statement; private final String room;
        Lease(Statement statement, String room) { this.statement = statement; this.room = room; }
        @Override public void close() throws Exception { statement.execute("delete from leases where room = " + room); }
      }
      class Rooms implements Iterable<String> {
        private final Statement statement; Rooms(Statement statement) { this.statement = statement; }
        @Override public java.util.Iterator<String> iterator() {
          return new java.util.Iterator<>() {
            @Override public boolean hasNext() { return false; }
            @Override public String next() { statement.execute("delete from rooms"); return ""; }
          };
        }
      }
      class Shown { private String name; private int number; Shown(String name) { this.name = name; }
        @Override public String toString() { return "name = '" + name + "'"; } }
      class Numbered { private String name; private int number; Numbered(String name) { this.name = name; }
        @Override public String toString() { return "number = " + number; } }
      ${more}
      @RestController class Desk {
        private Statement statement;
        @PostMapping("/names") void rename(@RequestParam String name) throws Exception { ${statements} }
      }`;

  it.each([
    'try (Lease lease = new Lease(statement, name)) { }',
    'Lease lease = new Lease(statement, name); try (lease) { }',
    'for (String room : new Rooms(statement)) { }',
  ])('are on the way to what they do: %s', (statements) => {
    expect(operations(desk(statements))).toEqual([expect.stringContaining('/names db')]);
  });

  it('are not where nothing calls them', () => {
    expect(
      operations(desk('Lease lease = new Lease(statement, name); Rooms rooms = new Rooms(statement);')),
    ).toEqual([]);
  });

  it('carry what the object holds', () => {
    expect(tainted(desk('try (Lease lease = new Lease(statement, name)) { }'))).toEqual(['name sql 2']);
    expect(tainted(desk('try (Lease lease = new Lease(statement, "a")) { }'))).toEqual([]);
    const existing = (lease: string) => desk(`Lease lease = ${lease}; try (lease) { }`);
    expect(tainted(existing('new Lease(statement, name)'))).toEqual(['name sql 2']);
    expect(tainted(existing('new Lease(statement, "a")'))).toEqual([]);
  });

  it.each([
    'statement.execute("select * from rooms where " + new Shown(name));',
    'Shown shown = new Shown(name); String text = "select * from rooms where "; text += shown; statement.execute(text);',
    'Shown shown = new Shown(name); statement.execute(String.valueOf(shown));',
    'Shown shown = new Shown(name); statement.execute(String.format("select %d %s", 1, shown));',
    'Shown shown = new Shown(name); statement.execute(new StringBuilder("select ").append(shown).toString());',
  ])('make a text of what they print: %s', (statements) => {
    expect(tainted(desk(statements))).toEqual([expect.stringMatching(/^name sql /u)]);
    expect(tainted(desk(statements.replaceAll('Shown', 'Numbered')))).toEqual([]);
  });

  it('make it of all that may stand there where not every class has one of its own', () => {
    const more =
      'interface Card { } class Plain implements Card { } record Open(String name) implements Card { }';
    const shapes = `${more} class Closed implements Card { @Override public String toString() { return "closed"; } }`;
    const statements = 'Card card = pick(name); statement.execute("select " + card);';
    const pick =
      'class Picks { static Card pick(String name) { return name.isEmpty() ? new Closed() : new Open(name); } }';
    expect(tainted(desk(statements.replace('pick', 'Picks.pick'), `${shapes} ${pick}`))).toEqual([
      expect.stringMatching(/^name sql /u),
    ]);
  });
});

describe('an object of a class without a name', () => {
  const desk = (statement: string) => `
      import org.springframework.transaction.support.*;
      import org.springframework.transaction.TransactionStatus;
      class Keeper { void keep(TransactionCallback<String> work) {} }
      @RestController class Desk {
        private Statement statement; private TransactionTemplate transactions; private Keeper keeper;
        @PostMapping("/names") void rename(String name) { ${statement} }
      }`;
  const work =
    'new TransactionCallback<String>() { public String doInTransaction(TransactionStatus s) { statement.execute("x" + name); return ""; } }';

  it('runs where a library gets it, with the values it was made among', () => {
    expect(operations(desk(`transactions.execute(${work});`))).toEqual([
      expect.stringContaining('/names db'),
    ]);
    expect(tainted(desk(`transactions.execute(${work});`))).toEqual(['name sql 2']);
    expect(operations(desk(`var made = ${work}; transactions.execute(made);`))).toHaveLength(1);
  });

  it('does not run where nobody gets it, or a method of the tree that leaves it alone', () => {
    expect(operations(desk(`var made = ${work};`))).toEqual([]);
    expect(operations(desk(`keeper.keep(${work});`))).toEqual([]);
  });
});

describe('an entry point that is a lambda', () => {
  it('starts in the lambda, not in the method around it', () => {
    const text = `
      class Routes {
        private Statement first; private Statement second;
        RouterFunction<ServerResponse> routes() throws Exception {
          first.execute("drop table visits");
          return RouterFunctions.route()
            .GET("/first", request -> { first.execute("x" + request.pathVariable("id")); return null; })
            .GET("/second", request -> { second.executeQuery("delete from rooms"); return null; })
            .build();
        }
      }`;
    expect(operations(text)).toEqual(['/first db.raw Statement.execute', '/second db.delete table rooms']);
    expect(tainted(text)).toEqual(['pathVariable() sql 1']);
  });
});

describe('an entry point that nothing switches on', () => {
  const job = `@Component class Nightly {
    private Statement statement;
    @Scheduled(cron = "0 0 3 * * *") void purge() throws Exception { statement.execute("delete from visits"); }
  }`;

  it('is no way in, and the models say so', () => {
    const sample = sampleOf(IMPORTS + job);
    expect(sample.view().entryPoints).toEqual([]);
    expect(sample.labels.diagnostics.map(({ code }) => code)).toEqual(['dormant-entry']);
  });

  it('is one when something does', () => {
    const sample = sampleOf(
      `${IMPORTS}${job} @org.springframework.scheduling.annotation.EnableScheduling class Setup { }`,
    );
    expect(sample.view().entryPoints).toHaveLength(1);
    expect(sample.labels.diagnostics).toEqual([]);
  });
});
