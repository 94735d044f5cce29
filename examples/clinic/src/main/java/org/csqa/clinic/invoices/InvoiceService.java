package org.csqa.clinic.invoices;

import jakarta.persistence.EntityNotFoundException;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.csqa.clinic.security.CardNumberCipher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClient;

@Service
public class InvoiceService {

    private final InvoiceMapper invoices;
    private final CardNumberCipher cards;
    private final RestClient payments;

    public InvoiceService(InvoiceMapper invoices, CardNumberCipher cards,
            @Value("${clinic.payments}") String paymentsUrl) {
        this.invoices = invoices;
        this.cards = cards;
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
        invoices.markPaid(id, cards.encrypt(payment.cardNumber()));
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

    public record CardPayment(@Pattern(regexp = "^[0-9]{12,19}$") String cardNumber) {
    }
}
