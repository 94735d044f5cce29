import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

interface Handler {
  readonly on?: string;
  readonly returns?: string;
  readonly parameter?: string;
}

/** The dangers of what a handler gets, each with the line of the sample below it. */
function dangers(statements: string, handler: Handler = {}): string[] {
  const { on = '@Controller', returns = 'String', parameter = '@RequestParam String to' } = handler;
  const sample = sampleOf(`package org.clinic;
import javax.servlet.http.*;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.ModelAndView;
${on} class Doors {
  @GetMapping("/door") ${returns} door(${parameter}, HttpServletRequest request, HttpServletResponse response) throws Exception {
    ${statements}
  }
}`);
  return sample.view().taintedPaths.flatMap(({ taint }) => (taint === null ? [] : [taint]));
}

const FOUND = ['url-redirection'];

describe('a view name that sends the browser elsewhere', () => {
  it.each([
    ['return "redirect:" + to;', 'return "redirect:/visits?from=" + to;'],
    ['return "redirect:/" + to;', 'return "redirect:/visits/" + to;'],
    ['return "redirect:https://" + to;', 'return "redirect:https://clinic.example/" + to;'],
    ['String view = "redirect:" + to; return view;', 'String view = "redirect:/a/" + to; return view;'],
    ['return String.format("redirect:%s", to);', 'return String.format("redirect:/a/%s", to);'],
    ['if (to.isEmpty()) return "door"; return "redirect:" + to;', 'return "forward:" + to;'],
    [
      'if (to.isEmpty()) return "redirect:/a/" + to; return "redirect:" + to;',
      'if (to.isEmpty()) return "redirect:/a/" + to; return "doors/" + to;',
    ],
  ])('is found where the value decides the host: %s; and not here: %s', (unsafe, safe) => {
    expect(dangers(unsafe)).toEqual(FOUND);
    expect(dangers(safe)).toEqual([]);
  });

  it('is a name only where the result is no body', () => {
    expect(dangers('return "redirect:" + to;', { on: '@RestController' })).toEqual(['html']);
  });

  it('is found in a model with its view', () => {
    const returns = 'ModelAndView';
    expect(dangers('return new ModelAndView("redirect:" + to);', { returns })).toEqual(FOUND);
    expect(dangers('return new ModelAndView("redirect:/visits/" + to);', { returns })).toEqual([]);
    expect(dangers('return new ModelAndView("visits/" + to);', { returns })).toEqual([]);
    expect(
      dangers('ModelAndView view = new ModelAndView(); view.setViewName("redirect:" + to); return view;', {
        returns,
      }),
    ).toEqual(FOUND);
  });

  it('is found where a link or a form says it, and not a header or a cookie', () => {
    const header = '@RequestHeader("X-Forwarded-Proto") String to';
    expect(dangers('return "redirect:" + to;', { parameter: header })).toEqual([]);
    expect(dangers('response.sendRedirect(to); return null;')).toEqual(FOUND);
    expect(dangers('response.sendRedirect(to); return null;', { parameter: header })).toEqual([]);
    expect(dangers('response.sendRedirect(request.getHeader("Referer")); return null;')).toEqual([]);
    expect(dangers('response.sendRedirect(request.getParameter("to")); return null;')).toEqual(FOUND);
  });
});
