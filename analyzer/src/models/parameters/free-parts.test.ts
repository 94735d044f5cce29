import { describe, expect, it } from 'vitest';
import { sampleOf } from '../../../test/flow-of.ts';

const IMPORTS = `package org.clinic;
import jakarta.validation.*;
import jakarta.validation.constraints.*;
import java.util.*;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.*;
`;

/** The only parameter of a handler but for errors: whether it is validated, and which parts may hold any letters. */
function parameterOf(parameters: string, others: string, statements = '') {
  const [entry] = sampleOf(`${IMPORTS}
@RestController @org.springframework.validation.annotation.Validated class Visits {
  private static final org.slf4j.Logger log = org.slf4j.LoggerFactory.getLogger(Visits.class);
  @PostMapping("/visits") String open(${parameters}) { ${statements} return "done"; }
}
${others}`).labels.entryPoints;
  const [parameter] = entry?.parameters ?? [];
  return { validated: parameter?.validated, anyLetters: parameter?.anyLetters ?? [] };
}

const FORM = `class Form {
  @Size(max = 20) public String name;
  @Pattern(regexp = "[a-z]{1,9}") public String code;
  @Email public String mail;
  public String note;
  public Integer rooms;
  @Valid public Owner owner;
  @Valid public Place place;
}
class Owner { @Pattern(regexp = "[a-z]+") public String code; }
class Place { @Size(max = 9) public String street; }`;

describe('a value that is validated at the door', () => {
  it.each([
    ['@Pattern(regexp = "[a-z]+") String text', []],
    ['@org.hibernate.validator.constraints.UUID String text', []],
    ['@Size(max = 20) String text', [null]],
    ['@Email String text', [null]],
    ['@Pattern(regexp = "^(?=.*\\\\d).{8,20}$") String text', [null]],
    ['@Max(20) Integer rooms', []],
  ])('may still be made of any letters where only its length or look is bounded: %s', (parameter, free) => {
    expect(parameterOf(`@RequestParam ${parameter}`, '')).toEqual({ validated: true, anyLetters: free });
  });

  it('is free in those of its fields that nothing narrows', () => {
    expect(parameterOf('@Valid @RequestBody Form form', FORM)).toEqual({
      validated: true,
      anyLetters: ['name', 'mail', 'note', 'place'],
    });
    expect(parameterOf('@Valid @RequestBody Owner owner', FORM)).toEqual({ validated: true, anyLetters: [] });
  });

  it('is no more validated than its constraints ask', () => {
    const validated = (field: string, others = '') =>
      parameterOf('@Valid @RequestBody Form form', `class Form { ${field} public String name; } ${others}`)
        .validated;
    const constraint = (name: string, validators: string, parts = '') =>
      `${parts} @Constraint(validatedBy = ${validators}) @interface ${name} { String message() default ""; }`;
    const validator = (answer: string) => `class NameValidator implements ConstraintValidator<Name, String> {
  public boolean isValid(String value, ConstraintValidatorContext context) { return ${answer}; }
}`;
    expect(validated('@Pattern(regexp = "(?s).*")')).toBe(false);
    expect(validated('@Pattern(regexp = ".*[a-z].*")')).toBe(false);
    expect(validated('@Pattern(regexp = "[a-z]+")')).toBe(true);
    expect(validated('@Name', constraint('Name', 'NameValidator.class') + validator('true'))).toBe(false);
    expect(
      validated('@Name', constraint('Name', 'NameValidator.class') + validator('value.startsWith("a")')),
    ).toBe(true);
    expect(validated('@Name', constraint('Name', '{}', '@NotNull @NotBlank'))).toBe(false);
    expect(validated('@Name', constraint('Name', '{}', '@NotNull @Size(max = 20)'))).toBe(true);
  });

  it.each([
    ['if (errors.hasErrors()) return "form";', true],
    ['model.put("errors", errors.getAllErrors());', true],
    ['log.warn("errors: {}", errors.getAllErrors());', false],
    ['if (errors.hasErrors()) { log.warn("bad"); }', false],
    ['', false],
  ])('is validated where somebody minds the errors: %s', (statements, validated) => {
    const parameters = '@Valid @ModelAttribute Owner owner, BindingResult errors, Map<String, Object> model';
    expect(parameterOf(parameters, FORM, statements).validated).toBe(validated);
  });
});
