package org.csqa.clinic.visits;

import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Primary
@RequiredArgsConstructor
class StandardVisitService implements VisitService {

    private final VisitRepository visits;
    private final ApplicationEventPublisher events;

    @Override
    public Visit open(OpenVisit request) {
        var visit = new Visit();
        visit.setPatientId(request.patientId());
        visit.setReason(request.reason());
        return visits.save(visit);
    }

    @Override
    @Transactional
    public void close(long visitId) {
        Visit visit = visits.findById(visitId).orElseThrow();
        if (!visit.getStatus().mayBecome(Visit.Status.CLOSED)) {
            throw new IllegalStateException("visit is closed");
        }
        visit.setStatus(Visit.Status.CLOSED);
        visits.save(visit);
        events.publishEvent(new Visit.Closed(visitId, visit.getPatientId()));
    }
}
