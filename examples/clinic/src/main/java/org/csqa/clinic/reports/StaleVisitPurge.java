package org.csqa.clinic.reports;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.visits.Visit;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.stereotype.Component;

/** Deletes closed visits after the ten years that the law asks for. */
@Component
@RequiredArgsConstructor
public class StaleVisitPurge {

    private static final int YEARS = 10;

    private final VisitRepository visits;

    public long run() {
        return visits.deleteByStatusAndOpenedOnBefore(Visit.Status.CLOSED, LocalDate.now().minusYears(YEARS));
    }
}
