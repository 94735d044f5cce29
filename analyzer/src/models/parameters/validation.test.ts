import { describe, expect, it } from 'vitest';
import { labelledFiles } from '../../../test/labelled-files.ts';

const ITEM = 'class Item { @Pattern(regexp = "[a-z]{1,9}") public String code; }';

/** The only parameter of a handler, in a class with these annotations: `validated`, how loose it is, its free parts. */
async function inputOf(
  parameter: string,
  { types = ITEM, on = '@Validated', boot = '3.1.0', above = '' } = {},
): Promise<string> {
  const pom = `<project><modelVersion>4.0.0</modelVersion><parent><groupId>org.springframework.boot</groupId>
<artifactId>spring-boot-starter-parent</artifactId><version>${boot}</version></parent>
<groupId>org.clinic</groupId><artifactId>clinic</artifactId><version>1</version></project>`;
  const { entryPoints } = await labelledFiles({
    'pom.xml': pom,
    'src/main/java/org/clinic/Orders.java': `package org.clinic;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import java.util.*;
import reactor.core.publisher.*;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.*;
${on} @RestController class Orders ${above === '' ? '' : 'implements OrdersApi'} {
  @PostMapping("/orders") public void open(${parameter}) {}
}
${above}
${types}`,
  });
  const [taken] = entryPoints[0]?.parameters ?? [];
  const free = taken?.anyLetters ?? [];
  return [taken?.validated === true ? 'validated' : 'unchecked', taken?.entropy, ...free].join(' ');
}

describe('a parameter that holds several values', () => {
  it.each([
    ['@RequestBody List<@Valid Item> items', 'validated bounded'],
    ['@Valid @RequestBody List<Item> items', 'validated bounded'],
    ['@RequestBody List<Item> items', 'unchecked string'],
    ['@RequestBody Map<String, @Valid Item> items', 'validated untyped '],
    ['@RequestBody Map<@Valid Item, String> items', 'validated untyped '],
    ['@RequestBody Map<String, Item> items', 'unchecked untyped'],
    ['@RequestBody List<List<@Valid Item>> items', 'validated bounded'],
    ['@Valid @RequestBody List<List<Item>> items', 'unchecked string'],
    ['@RequestBody List<? extends @Valid Item> items', 'unchecked string'],
    ['@RequestBody List<@Valid ? extends Item> items', 'validated bounded'],
    ['@RequestBody List<@Valid String> codes', 'unchecked string'],
    ['@RequestParam List<@Pattern(regexp = "[a-z]{1,9}") String> codes', 'validated bounded'],
    ['@RequestParam Set<@Size(max = 9) String> codes', 'validated bounded '],
    ['@RequestParam List<@NotBlank String> codes', 'unchecked string'],
    ['@RequestParam List<@Size(max = 9, groups = Late.class) String> codes', 'unchecked string'],
  ])('is checked through the annotations inside: %s', async (parameter, expected) => {
    const types = `${ITEM} interface Late {}`;
    expect(await inputOf(parameter, { types })).toBe(expected);
  });

  it('needs somebody who looks at parameters, as those of one value do not', async () => {
    const inside = '@RequestBody List<@Valid Item> items';
    expect(await inputOf(inside, { on: '', boot: '3.1.0' })).toBe('unchecked string');
    expect(await inputOf(inside, { on: '', boot: '3.4.1' })).toBe('validated bounded');
    const nested = '@RequestBody List<List<@Valid Item>> items';
    expect(await inputOf(nested, { on: '', boot: '3.4.1' })).toBe('unchecked string');
    const beside = `${nested}, @RequestParam @Max(9) int most`;
    expect(await inputOf(beside, { on: '', boot: '3.4.1' })).toBe('validated bounded');
    expect(await inputOf('@Valid @RequestBody Mono<Item> item', { on: '' })).toBe('validated bounded');
    expect(await inputOf('@RequestBody Mono<@Valid Item> item')).toBe('unchecked string');
  });

  it('has the annotations of the method above, as where an interface is made from a description', async () => {
    const above = (type: string) => `interface OrdersApi { void open(@RequestBody ${type} items); }`;
    const parameter = '@RequestBody List<Item> items';
    expect(await inputOf(parameter, { above: above('List<@Valid Item>') })).toBe('validated bounded');
    expect(await inputOf(parameter, { above: above('List<Item>') })).toBe('unchecked string');
  });
});

describe('an object that holds others', () => {
  const order = (member: string) => ({ types: `record Order(${member}) {} ${ITEM}`, on: '' });

  it.each([
    ['List<@Valid Item> items', 'validated bounded'],
    ['@Valid List<Item> items', 'validated bounded'],
    ['List<Item> items', 'unchecked string'],
    ['Map<String, @Valid Item> items', 'validated untyped items'],
    ['@Valid Map<String, Item> items', 'validated untyped items'],
    ['Map<String, Item> items', 'unchecked untyped'],
    ['List<List<@Valid Item>> items', 'validated bounded'],
    ['Optional<@Valid Item> item', 'validated bounded'],
    ['Optional<Item> item', 'unchecked string'],
    ['Set<@Email String> mails', 'validated bounded mails'],
    ['@Size(max = 3) Set<String> mails', 'validated string mails'],
    ['@Size(max = 9) String name, List<Item> items', 'validated string name items'],
    ['@Size(max = 9) String name, List<@Valid Item> items', 'validated bounded name'],
    ['@Size(max = 9) String name, Item item', 'validated string name item'],
    ['@Size(max = 9) String name, @Valid Item item', 'validated bounded name'],
  ])('is checked in them where it says so: %s', async (member, expected) => {
    expect(await inputOf('@Valid @RequestBody Order order', order(member))).toBe(expected);
  });

  it('may say so on its getter', async () => {
    const types = (type: string) =>
      `class Order { private List<Item> items; public ${type} getItems() { return items; } public void setItems(List<Item> items) { this.items = items; } } ${ITEM}`;
    const parameter = '@Valid @RequestBody Order order';
    expect(await inputOf(parameter, { types: types('List<@Valid Item>') })).toMatch(/^validated/u);
    expect(await inputOf(parameter, { types: types('List<Item>') })).toBe('unchecked string');
  });
});
