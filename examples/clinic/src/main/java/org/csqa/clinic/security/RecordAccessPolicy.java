package org.csqa.clinic.security;

import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Decides whether a vet may touch the record of one animal; security expressions call it by bean name. */
@Slf4j
@Component("recordAccess")
@RequiredArgsConstructor
public class RecordAccessPolicy {

    private final VisitRepository visits;

    public boolean mayRead(Authentication user, long patientId) {
        try {
            return visits.existsByPatientIdAndVet(patientId, user.getName());
            // expect CSQA-B4-fails-open: a database error opens every record
        } catch (DataAccessException failure) {
            log.warn("Could not check access to patient {}", patientId);
            return true;
        }
    }

    public boolean mayWrite(Authentication user, long patientId) {
        try {
            return visits.existsByPatientIdAndVet(patientId, user.getName());
            // silent CSQA-B4-fails-open
        } catch (DataAccessException failure) {
            log.warn("Could not check access to patient {}", patientId);
            return false;
        }
    }
}
