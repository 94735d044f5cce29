package org.csqa.clinic.prescriptions;

import lombok.RequiredArgsConstructor;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
class StockLedger {

    private final JdbcTemplate jdbc;
    private final AuditEventRepository audit;

    void book(long prescriptionId) {
        take(prescriptionId);
    }

    @PreAuthorize("hasRole('VET')")
    // expect CSQA-F2-untested-guard
    public void restock(long prescriptionId, int packs) {
        String who = SecurityContextHolder.getContext().getAuthentication().getName();
        audit.add(new AuditEvent(who, "STOCK_RETURNED", "prescription=" + prescriptionId, "packs=" + packs));
        jdbc.update("update stock set packs = packs + ? where prescription_id = ?", packs, prescriptionId);
    }

    private void take(long prescriptionId) {
        withdraw(prescriptionId, 1);
    }

    private void withdraw(long prescriptionId, int packs) {
        jdbc.update("update stock set packs = packs - ? where prescription_id = ?", packs, prescriptionId);
    }
}
