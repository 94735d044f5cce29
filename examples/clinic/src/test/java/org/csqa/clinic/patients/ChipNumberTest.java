package org.csqa.clinic.patients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChipNumberTest {

    private final ChipNumber.Validator validator = new ChipNumber.Validator();

    @ParameterizedTest
    @CsvSource({"643094100123456, true", "64309410012345, false", "6430941001234567, false", "x or 1=1, false", ", true"})
    void aChipNumberHasFifteenDigits(String chip, boolean valid) {
        assertThat(validator.isValid(chip, null)).isEqualTo(valid);
    }
}
