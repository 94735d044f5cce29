import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../test/flow-of.ts';
import { inputOf } from '../../test/view-of.ts';
import { relativePath } from '../base/ids.ts';
import type { Dependency } from '../inventory/inventory.ts';
import { injections } from './injections.ts';

const THYMELEAF: Dependency = {
  ecosystem: 'maven',
  group: 'org.springframework.boot',
  name: 'spring-boot-starter-thymeleaf',
  version: null,
  scope: 'runtime',
  kind: 'external',
  file: relativePath('pom.xml'),
  line: 1,
  module: '.',
  targetModule: null,
};

/** Rules found in a handler that gets `page` and answers with a model and a view. */
function rulesIn(statements: string, dependencies: readonly Dependency[] = [THYMELEAF]): readonly string[] {
  const text = `package org.clinic;
import java.util.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
@Controller
class Pages {
  private static final Map<String, String> VIEWS = Map.of("visits", "visits/list", "rooms", "rooms/list");
  private static final Set<String> KNOWN = Set.of("visits", "rooms");
  @GetMapping("/pages")
  Object open(@RequestParam String page, @RequestParam int number) {
    ${statements}
  }
}`;
  return injections.look(inputOf(sampleOf(text, { dependencies }).view())).map(({ rule }) => rule);
}

describe('the view of a model and view', () => {
  it.each([
    'return new ModelAndView(page);',
    'return new ModelAndView("pages/" + page, Map.of("a", "b"));',
    'ModelAndView view = new ModelAndView(); view.setViewName("pages/" + page); return view;',
    'return Rendering.view("pages/" + page).build();',
  ])('is a template where a request names it and the engine runs expressions in names: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-template-injection']);
    expect(rulesIn(statements, [])).toEqual([]);
  });

  it.each([
    'return new ModelAndView("redirect:" + page);',
    'ModelAndView view = new ModelAndView(); view.setViewName("redirect:" + page); return view;',
    'return new ModelAndView(new RedirectView(page));',
    'return Rendering.redirectTo(page).build();',
  ])('leads elsewhere where a request says where to: %s', (statements) => {
    expect(rulesIn(statements)).toEqual(['C1-open-redirect']);
    expect(rulesIn(statements, [])).toEqual(['C1-open-redirect']);
  });

  it.each([
    'return new ModelAndView("pages/visits", Map.of("page", page));',
    'return new ModelAndView("pages/visits", "page", page);',
    'return new ModelAndView(VIEWS.get(page));',
    'return new ModelAndView("pages/" + number);',
    'return new ModelAndView(page.isEmpty() ? "visits" : "rooms");',
    'if (!KNOWN.contains(page)) { return new ModelAndView("lost"); } return new ModelAndView(page);',
    'return new ModelAndView("redirect:/visits/" + page);',
    'ModelAndView view = new ModelAndView("pages/visits"); view.addObject("page", page); return view;',
    'return Rendering.view("pages/visits").modelAttribute("page", page).build();',
  ])("is nobody else's where it is written, looked up, or checked: %s", (statements) => {
    expect(rulesIn(statements)).toEqual([]);
  });
});
