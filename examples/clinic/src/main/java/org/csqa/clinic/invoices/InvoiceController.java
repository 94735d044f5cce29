package org.csqa.clinic.invoices;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invoices")
@Validated
@RequiredArgsConstructor
public class InvoiceController {

    private static final BigDecimal VACCINE_DAY = new BigDecimal("0.80");
    private static final BigDecimal BULK = new BigDecimal("0.90");
    private static final BigDecimal LOYAL = new BigDecimal("0.98");

    private final InvoiceService invoices;

    @GetMapping("/{id}")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public InvoiceMapper.Invoice find(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        return invoices.find(id);
    }

    @GetMapping("/{id}/fee")
    // expect CSQA-F2-untested-guard
    public BigDecimal fee(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id,
            @RequestParam @Min(0) @Max(3650) int daysLate) {
        return invoices.reminderFee(invoices.find(id), daysLate, false);
    }

    @PostMapping("/{id}/payments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    // silent CSQA-B1-thin-defence
    // silent CSQA-D2-long-trust-chain: the service asks again
    // expect CSQA-F2-untested-guard
    public void pay(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id,
            @Valid @RequestBody InvoiceService.CardPayment payment) {
        invoices.pay(id, payment);
    }

    @GetMapping("/{id}/quote")
    // expect CSQA-A2-complex-near-entry: pricing rules live in the handler (cognitive complexity 22)
    // expect CSQA-F2-untested-guard
    public BigDecimal quote(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id,
            @RequestParam(defaultValue = "0") @Min(0) @Max(60) int months,
            @RequestParam(defaultValue = "false") boolean member) {
        BigDecimal total = BigDecimal.ZERO;
        for (var line : invoices.lines(id)) {
            BigDecimal price = line.price().multiply(BigDecimal.valueOf(line.quantity()));
            if (line.quantity() > 10) {
                if (member && line.kind() == InvoiceMapper.Line.Kind.SUPPLY) {
                    price = price.multiply(BULK).multiply(BULK);
                } else if (months > 12 || line.kind() == InvoiceMapper.Line.Kind.SUPPLY) {
                    price = price.multiply(BULK);
                } else {
                    price = price.subtract(BigDecimal.ONE);
                }
            } else if (line.kind() == InvoiceMapper.Line.Kind.VACCINE) {
                price = member ? price.multiply(VACCINE_DAY) : price;
            } else {
                price = price.stripTrailingZeros();
            }
            total = total.add(price);
        }
        if (months > 0 && member) {
            for (int month = 1; month <= months; month++) {
                if (month % 12 == 0) {
                    total = total.multiply(LOYAL);
                }
            }
        }
        return total;
    }
}
