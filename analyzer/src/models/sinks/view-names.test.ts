import { describe, expect, it } from 'vitest';
import { pomWith } from '../../../test/access-of.ts';
import { labelledFiles } from '../../../test/labelled-files.ts';

/** Kinds of danger in what a handler answers with, by the engine that the program has. */
async function answers(statements: string, engine: string, on = '@Controller') {
  const { pageAnswers } = await labelledFiles({
    'pom.xml': pomWith('org.springframework.boot:spring-boot-starter-web', engine),
    'src/main/java/org/clinic/Doors.java': `package org.clinic;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
${on} class Doors {
  private static final String HOME = "home";
  @GetMapping("/door") String door(@RequestParam String page) { ${statements} }
}`,
  });
  return pageAnswers.map(({ taint, returns }) => `${taint} ${returns?.size}`);
}

const THYMELEAF = 'org.springframework.boot:spring-boot-starter-thymeleaf';

describe('the name of a view', () => {
  it.each([
    ['return page;', ['template 1']],
    ['return "pages/" + page + "/welcome";', ['template 1']],
    ['if (page.isEmpty()) return HOME; return page;', ['template 1']],
    ['if (page.isEmpty()) return "redirect:" + page; return page;', ['url-redirection 1', 'template 1']],
    ['return "redirect:" + page;', ['url-redirection 1']],
    ['return HOME;', []],
  ])('is a template to an engine that runs expressions in it: %s', async (statements, expected) => {
    expect(await answers(statements, THYMELEAF)).toEqual(expected);
  });

  it('is none to other engines, and no name where it is the body', async () => {
    expect(await answers('return page;', 'org.springframework.boot:spring-boot-starter-mustache')).toEqual(
      [],
    );
    expect(await answers('return page;', THYMELEAF, '@RestController')).toEqual(['html undefined']);
  });
});
