package org.csqa.clinic.patients;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** Fifteen digits as in ISO 11784; an animal without a chip has none. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ChipNumber.Validator.class)
public @interface ChipNumber {

    String message() default "{chip.number.invalid}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    // silent CSQA-F2-untested-guard
    final class Validator implements ConstraintValidator<ChipNumber, String> {

        private static final Pattern SHAPE = Pattern.compile("^[0-9]{15}$");

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || SHAPE.matcher(value).matches();
        }
    }
}
