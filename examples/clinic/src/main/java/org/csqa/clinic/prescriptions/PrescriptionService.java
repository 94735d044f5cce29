package org.csqa.clinic.prescriptions;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@RequiredArgsConstructor
public class PrescriptionService {

    private static final int PACKS_A_DAY = 5;

    private final JdbcTemplate jdbc;
    private final AuditEventRepository audit;

    // silent CSQA-A1-inert-guard
    @PreAuthorize("hasRole('VET')")
    // silent CSQA-F2-untested-guard
    public void sign(long id) {
        jdbc.update("update prescription set status = 'SIGNED' where id = ?", id);
    }

    /** Inert: method security is enabled without securedEnabled. */
    // expect CSQA-A1-inert-guard
    @Secured("ROLE_VET")
    public void cancel(long id) {
        jdbc.update("update prescription set status = 'CANCELLED' where id = ?", id);
    }

    @Transactional
    public void dispense(long id, int packs) {
        release(id, Math.min(packs, PACKS_A_DAY));
    }

    @Transactional
    @PreAuthorize("hasRole('VET')")
    // expect CSQA-F2-untested-guard
    public void takeBack(long id, int packs) {
        String who = SecurityContextHolder.getContext().getAuthentication().getName();
        audit.add(new AuditEvent(who, "STOCK_RETURNED", "prescription=" + id, "packs=" + packs));
        jdbc.update("update stock set packs = packs + ? where prescription_id = ?", packs, id);
    }

    private void release(long id, int packs) {
        for (int pack = 0; pack < packs; pack++) {
            book(id);
        }
    }

    private void book(long id) {
        withdraw(id, 1);
    }

    private void withdraw(long id, int packs) {
        jdbc.update("update stock set packs = packs - ? where prescription_id = ?", packs, id);
    }
}
