import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

/** What the roads of a handler with these statements pass before each operation of the store. */
function guardsBefore(statements: string, helpers = ''): Readonly<Record<string, boolean>> {
  const sample = sampleOf(`package org.clinic;
import java.security.Principal;
import java.util.*;
import javax.persistence.*;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.*;
@Entity class Owner { @Id Long id; String login; }
@Entity class Invoice { @Id Long id; @ManyToOne Owner owner; String note; }
interface Owners extends JpaRepository<Owner, Long> { Optional<Owner> findByLogin(String login); }
interface Invoices extends JpaRepository<Invoice, Long> {
  Optional<Invoice> findByIdAndOwnerLogin(Long id, String login);
  List<Invoice> findByOwner(Owner owner);
  void deleteByIdAndOwnerLogin(Long id, String login);
  @Query("select i from Invoice i where i.id = ?1 and i.owner.login = ?#{authentication.name}")
  Invoice mine(Long id);
  @Query("select i from Invoice i where i.id = ?1 and i.note = ?#{T(java.time.Year).now()}")
  Invoice current(Long id);
  @Modifying @Query("update Invoice i set i.note = :note where i.id = :id and i.owner.login = :login")
  void note(Long id, String note, String login);
  @Modifying @Query("update Invoice i set i.note = :login where i.id = :id")
  void sign(Long id, String login);
}
@RestController
class Desk {
  private Invoices invoices;
  private Owners owners;
  private JdbcTemplate jdbc;
  @PutMapping("/invoices/{id}")
  void handle(@PathVariable Long id, @RequestParam String name, Principal caller) {
    ${statements}
  }
  ${helpers}
}`);
  return Object.fromEntries(
    sample
      .view()
      .roads.map(({ sink, categories }) => [
        `${sink.member} ${sink.action}`,
        categories.includes('authorization'),
      ]),
  );
}

describe('records that are asked for by who calls', () => {
  it.each([
    ['a derived query', 'invoices.deleteByIdAndOwnerLogin(id, caller.getName());'],
    [
      'what the security context says',
      'invoices.deleteByIdAndOwnerLogin(id, SecurityContextHolder.getContext().getAuthentication().getName());',
    ],
    ['a method that gives the caller', 'invoices.deleteByIdAndOwnerLogin(id, me());'],
  ])('are authorized by %s', (_, statements) => {
    const helpers =
      'private String me() { return SecurityContextHolder.getContext().getAuthentication().getName(); }';
    expect(guardsBefore(statements, helpers)).toEqual({ 'deleteByIdAndOwnerLogin delete': true });
  });

  it('are not where the name comes with the request', () => {
    expect(guardsBefore('invoices.deleteByIdAndOwnerLogin(id, name);')).toEqual({
      'deleteByIdAndOwnerLogin delete': false,
    });
  });

  it('stay so in what is done to what was found', () => {
    expect(
      guardsBefore(
        'Invoice found = invoices.findByIdAndOwnerLogin(id, caller.getName()).orElseThrow(); found.note = name; invoices.save(found);',
      ),
    ).toEqual({ 'findByIdAndOwnerLogin read': true, 'save write': true });
    expect(
      guardsBefore(
        'Invoice found = load(id, caller); invoices.delete(found);',
        'private Invoice load(Long id, Principal who) { return invoices.findByIdAndOwnerLogin(id, who.getName()).get(); }',
      ),
    ).toEqual({ 'findByIdAndOwnerLogin read': true, 'delete delete': true });
  });

  it('say nothing of other records that the same method changes', () => {
    expect(
      guardsBefore('Owner me = owners.findByLogin(caller.getName()).get(); invoices.deleteById(id);'),
    ).toEqual({ 'findByLogin read': true, 'deleteById delete': false });
    expect(
      guardsBefore(
        'check(caller); invoices.deleteById(id);',
        'private void check(Principal who) { owners.findByLogin(who.getName()).orElseThrow(); }',
      ),
    ).toEqual({ 'findByLogin read': true, 'deleteById delete': false });
  });

  it('can be asked for by an expression in the query that names the caller, and by no other one', () => {
    expect(guardsBefore('Invoice found = invoices.mine(id); invoices.save(found);')).toEqual({
      'mine read': true,
      'save write': true,
    });
    expect(guardsBefore('invoices.save(invoices.current(id));')).toEqual({
      'current read': false,
      'save write': false,
    });
  });

  it('are changed by who calls only where the condition asks for him', () => {
    expect(guardsBefore('invoices.note(id, name, caller.getName());')).toEqual({ 'note write': true });
    expect(guardsBefore('invoices.sign(id, caller.getName());')).toEqual({ 'sign write': false });
    expect(
      guardsBefore(
        'jdbc.update("update invoices set note = ? where id = ? and owner = ?", name, id, caller.getName());',
      ),
    ).toEqual({ 'update write': true });
    expect(
      guardsBefore('jdbc.update("insert into invoices (id, owner) values (?, ?)", id, caller.getName());'),
    ).toEqual({ 'update write': false });
  });
});
