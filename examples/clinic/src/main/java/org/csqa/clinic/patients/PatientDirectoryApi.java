package org.csqa.clinic.patients;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The part of the patient resource that partner systems generate their clients from. */
public interface PatientDirectoryApi {

    @GetMapping("/{id}")
    Patient find(@PathVariable("id") @Positive @Max(Integer.MAX_VALUE) long id);
}
