import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

const IMPORTS = `package org.clinic;
import jakarta.validation.Valid;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.stereotype.*;
import org.springframework.util.StringUtils;
import org.springframework.validation.*;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.*;
`;

const STRICT = `if (!((Visit) target).city.startsWith("S")) errors.rejectValue("city", "odd");`;

/** Categories on the road of the handler to the store, with a validator whose method has this body. */
function guardsOf(
  members: string,
  { rejects = STRICT, others = '' }: { readonly rejects?: string; readonly others?: string } = {},
): readonly string[] {
  const [road] = sampleOf(`${IMPORTS}
@Controller class Desk {
  private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Desk.class);
  private final VisitValidator validator = new VisitValidator();
  private Visits visits;
  ${members}
}
class Visit { public String city; }
interface Visits extends JpaRepository<Visit, Long> {}
@Component class VisitValidator implements Validator {
  public boolean supports(Class<?> type) { return Visit.class.equals(type); }
  public void validate(Object target, Errors errors) { ${rejects} }
  private void check(Visit visit, Errors problems) { if (visit.city.length() > 20) problems.reject("long"); }
}
${others}`)
    .view()
    .roads.filter(({ sink }) => sink.operation === 'db.write org.clinic.Visit');
  if (road === undefined) throw new Error('no road to the store');
  return road.categories;
}

const opening = (check: string) =>
  `@PostMapping("/open") String open(@ModelAttribute Visit visit, BindingResult errors) { ${check} visits.save(visit); return "done"; }`;
const VALIDATE = 'validator.validate(visit, errors);';
const ASK = 'if (errors.hasErrors()) return "form";';

describe("a validator of the project's own that is called", () => {
  it.each([
    ['the errors send back to the form', `${VALIDATE} ${ASK}`],
    [
      'only what is without errors is stored',
      `${VALIDATE} if (!errors.hasErrors()) visits.save(visit); return "x";`,
    ],
    ['a utility calls it', `ValidationUtils.invokeValidator(validator, visit, errors); ${ASK}`],
    [
      'the errors are its own',
      'Errors own = new BeanPropertyBindingResult(visit, "visit"); validator.validate(visit, own); if (own.hasErrors()) throw new IllegalArgumentException("bad");',
    ],
    ['a helper calls it', `check(visit, errors); ${ASK}`],
    ['a helper asks', `${VALIDATE} demand(errors);`],
    ['it is known by its kind', `Validator plain = validator; plain.validate(visit, errors); ${ASK}`],
  ])('validates where %s', (_, check) => {
    const helpers = `private void check(Visit visit, Errors problems) { validator.validate(visit, problems); }
  private void demand(BindingResult problems) { if (problems.hasErrors()) throw new IllegalArgumentException("bad"); }`;
    expect(guardsOf(`${opening(check)} ${helpers}`)).toEqual(['validation']);
  });

  it.each([
    ['nobody looks at the errors', VALIDATE],
    ['they were looked at before', `${ASK} ${VALIDATE}`],
    ['they are only logged', `${VALIDATE} if (errors.hasErrors()) { log.warn("bad"); }`],
    ['the answer is dropped', `${VALIDATE} errors.hasErrors();`],
    ['others are looked at', `validator.validate(visit, new BeanPropertyBindingResult(visit, "visit"));`],
    ['a helper calls it and nobody looks', 'check(visit, errors);'],
    ['it is not called', ASK],
  ])('does not where %s', (_, check) => {
    const helper =
      'private void check(Visit visit, Errors problems) { validator.validate(visit, problems); }';
    expect(guardsOf(`${opening(check)} ${helper}`)).toEqual([]);
  });

  it.each([
    [`ValidationUtils.rejectIfEmptyOrWhitespace(errors, "city", "missing");`, []],
    [`if (!StringUtils.hasText(((Visit) target).city)) errors.rejectValue("city", "missing");`, []],
    [`if (((Visit) target).city == null) errors.rejectValue("city", "missing");`, []],
    ['', []],
    ['check((Visit) target, errors);', ['validation']],
    [`if (target != null) { ${STRICT} }`, ['validation']],
  ])('is worth what it refuses: %s', (rejects, expected) => {
    expect(guardsOf(opening(`${VALIDATE} ${ASK}`), { rejects })).toEqual(expected);
    expect(
      guardsOf(opening(`ValidationUtils.invokeValidator(validator, visit, errors); ${ASK}`), { rejects }),
    ).toEqual(expected);
  });
});

describe("a validator of the project's own that hangs in the binding", () => {
  const bound = (parameter: string, statements = '') =>
    `@PostMapping("/open") String open(${parameter}) { ${statements} visits.save(visit); return "done"; }`;
  const binder = (call = 'binder.setValidator(validator);') =>
    `@InitBinder void init(WebDataBinder binder) { ${call} }`;
  const valid = bound('@Valid @ModelAttribute Visit visit');

  it('acts where a parameter asks to be checked', () => {
    expect(guardsOf(`${valid} ${binder()}`)).toEqual(['validation']);
    expect(guardsOf(`${valid} ${binder('binder.addValidators(new VisitValidator());')}`)).toEqual([
      'validation',
    ]);
    expect(guardsOf(`${bound('@ModelAttribute Visit visit')} ${binder()}`)).toEqual([]);
    expect(guardsOf(`${valid} ${binder('binder.setDisallowedFields("id");')}`)).toEqual([]);
    const presence = { rejects: 'ValidationUtils.rejectIfEmpty(errors, "city", "missing");' };
    expect(guardsOf(`${valid} ${binder()}`, presence)).toEqual([]);
  });

  it('acts through errors only where somebody asks for them', () => {
    const withErrors = (statements: string) =>
      bound('@Valid @ModelAttribute Visit visit, BindingResult errors', statements);
    expect(guardsOf(`${withErrors(ASK)} ${binder()}`)).toEqual(['validation']);
    expect(guardsOf(`${withErrors('')} ${binder()}`)).toEqual([]);
  });

  it('may hang there for all handlers, or for those of some', () => {
    const advice = (attributes: string) =>
      `@ControllerAdvice${attributes} class Binding { @InitBinder void init(WebDataBinder binder) { binder.addValidators(new VisitValidator()); } }`;
    expect(guardsOf(valid, { others: advice('') })).toEqual(['validation']);
    expect(guardsOf(valid, { others: advice('("org.other")') })).toEqual([]);
    expect(guardsOf(valid, { others: advice('').replace('@ControllerAdvice', '@Component') })).toEqual([]);
  });
});

describe('a binder that code makes itself', () => {
  const MAKE = 'DataBinder binder = new DataBinder(visit); ';
  const HANG = 'binder.setValidator(validator); ';
  const REFUSE = 'if (binder.getBindingResult().hasErrors()) throw new IllegalArgumentException("bad");';

  it.each([
    ['what it found is refused', `${MAKE} ${HANG} binder.validate(); ${REFUSE}`],
    [
      'its errors are held by a name',
      `${MAKE} binder.addValidators(validator); binder.validate(); BindingResult own = binder.getBindingResult(); if (own.hasErrors()) return "form";`,
    ],
    [
      'they were held before',
      `${MAKE} BindingResult own = binder.getBindingResult(); ${HANG} binder.validate(); if (own.hasErrors()) return "form";`,
    ],
    ['a helper asks', `${MAKE} ${HANG} binder.validate(); demand(binder.getBindingResult());`],
    ['it throws them itself', `${MAKE} ${HANG} binder.validate(); binder.close();`],
    [
      'it is one for the web',
      `WebDataBinder binder = new WebDataBinder(visit); ${HANG} binder.validate(); ${REFUSE}`,
    ],
  ])('validates where %s', (_, check) => {
    const helper =
      'private void demand(BindingResult problems) { if (problems.hasErrors()) throw new IllegalArgumentException("bad"); }';
    expect(guardsOf(`${opening(check)} ${helper}`)).toEqual(['validation']);
  });

  it.each([
    ['nobody asks for the result', `${MAKE} ${HANG} binder.validate();`],
    ['it is asked for before', `${MAKE} ${HANG} ${REFUSE} binder.validate();`],
    [
      'it is only logged',
      `${MAKE} ${HANG} binder.validate(); if (binder.getBindingResult().hasErrors()) { log.warn("bad"); }`,
    ],
    ['nothing that checks hangs in it', `${MAKE} binder.validate(); ${REFUSE}`],
    ['it hangs in too late', `${MAKE} binder.validate(); ${HANG} ${REFUSE}`],
    ['another is asked', `${MAKE} ${HANG} binder.validate(); ${ASK}`],
    ['it is never run', `${MAKE} ${HANG} ${REFUSE}`],
  ])('does not where %s', (_, check) => {
    expect(guardsOf(opening(check))).toEqual([]);
  });

  it('is worth what its validator refuses', () => {
    const check = `${MAKE} ${HANG} binder.validate(); ${REFUSE}`;
    const presence = { rejects: 'ValidationUtils.rejectIfEmpty(errors, "city", "missing");' };
    expect(guardsOf(opening(check), presence)).toEqual([]);
  });
});
