package org.csqa.clinic.visits;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

public interface VisitService {

    Visit open(OpenVisit request);

    void close(long visitId);

    /** Who comes, and why. */
    record OpenVisit(
            @Positive long patientId,
            @NotBlank(message = "{visit.reason.missing}") @Size(max = 500) String reason) {
    }
}
