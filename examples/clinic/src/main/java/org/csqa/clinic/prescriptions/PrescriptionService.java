package org.csqa.clinic.prescriptions;

import lombok.RequiredArgsConstructor;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

@Service
@RequiredArgsConstructor
public class PrescriptionService {

    private final PrescriptionMapper prescriptions;

    @PreAuthorize("hasRole('VET')")
    // silent CSQA-F2-untested-guard
    public void sign(long id) {
        prescriptions.changeStatus(id, PrescriptionMapper.Status.SIGNED);
    }

    /** Inert: method security is enabled without securedEnabled. */
    @Secured("ROLE_VET")
    public void cancel(long id) {
        prescriptions.changeStatus(id, PrescriptionMapper.Status.CANCELLED);
    }
}
