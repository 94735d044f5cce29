package org.csqa.clinic.visits;

import java.util.Comparator;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** Skips the waiting room. */
@Slf4j
@Service
@Qualifier("emergency")
@RequiredArgsConstructor
class EmergencyVisitService implements VisitService {

    private final VisitRepository visits;

    @Override
    public Visit open(OpenVisit request) {
        var visit = new Visit();
        visit.setPatientId(request.patientId());
        visit.setReason(request.reason());
        visit.setUrgent(true);
        visit.setStatus(Visit.Status.IN_ROOM);
        visits.findByStatus(Visit.Status.WAITING).stream()
                .max(Comparator.comparing(Visit::getOpenedOn))
                .ifPresent(last -> log.info("Visit {} waits longer", last.getId()));
        return visits.save(visit);
    }

    @Override
    public void close(long visitId) {
        throw new UnsupportedOperationException("an emergency is closed at the desk");
    }
}
