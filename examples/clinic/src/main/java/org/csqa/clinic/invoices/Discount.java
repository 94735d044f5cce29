package org.csqa.clinic.invoices;

import java.math.BigDecimal;

/** What a customer does not have to pay. */
public sealed interface Discount {

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    record Percent(int percent) implements Discount {
    }

    record Fixed(BigDecimal amount) implements Discount {
    }

    record None() implements Discount {
    }

    static BigDecimal apply(Discount discount, BigDecimal total) {
        if (discount instanceof Percent share) {
            return total.multiply(HUNDRED.subtract(BigDecimal.valueOf(share.percent()))).divide(HUNDRED);
        }
        if (discount instanceof Fixed fixed) {
            return total.subtract(fixed.amount()).max(BigDecimal.ZERO);
        }
        return total;
    }
}
