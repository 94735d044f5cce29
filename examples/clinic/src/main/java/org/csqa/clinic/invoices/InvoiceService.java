package org.csqa.clinic.invoices;

import jakarta.persistence.EntityNotFoundException;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csqa.clinic.visits.Visit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

@Service
public class InvoiceService {

    private static final byte[] PAD = {0x53, 0x1f, 0x6a, 0x22, 0x09, 0x7c};

    private final InvoiceMapper invoices;
    private final RestClient payments;

    public InvoiceService(InvoiceMapper invoices, @Value("${clinic.payments}") String paymentsUrl) {
        this.invoices = invoices;
        this.payments = RestClient.create(paymentsUrl);
    }

    public InvoiceMapper.Invoice find(long id) {
        return Optional.ofNullable(invoices.byId(id))
                .orElseThrow(() -> new EntityNotFoundException("no such invoice"));
    }

    public List<InvoiceMapper.Line> lines(long id) {
        return invoices.linesOf(id);
    }

    @PreAuthorize("hasAuthority('BILLING')")
    // silent CSQA-F2-untested-guard
    public void pay(long id, CardPayment payment) {
        payments.post().uri("/charges")
                .body(Map.of("invoice", id, "card", payment.cardNumber()))
                .retrieve()
                .toBodilessEntity();
        invoices.markPaid(id, encrypt(payment.cardNumber()));
    }

    /** The same kind of branching as a quote, one call further from the door. */
    // silent CSQA-A2-complex-near-entry
    public BigDecimal reminderFee(InvoiceMapper.Invoice invoice, int daysLate, boolean member) {
        if (invoice.paid() || daysLate <= 14) {
            return BigDecimal.ZERO;
        }
        if (daysLate > 60) {
            return member ? BigDecimal.TEN : invoice.total().movePointLeft(1);
        }
        return BigDecimal.valueOf(5);
    }

    @EventListener
    void draft(Visit.Closed closed) {
        invoices.insertDraft(closed.visitId());
    }

    // expect CSQA-E1-home-made-crypto: exclusive-or with a fixed pad
    private static String encrypt(String cardNumber) {
        byte[] mixed = cardNumber.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (byte) (mixed[i] ^ PAD[i % PAD.length]);
        }
        return HexFormat.of().formatHex(mixed);
    }

    public record CardPayment(@Pattern(regexp = "^[0-9]{12,19}$") String cardNumber) {
    }
}
