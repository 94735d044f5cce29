package org.csqa.clinic.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.invoices.InvoiceMapper;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
// silent CSQA-F1-duplication
public class InvoiceCsvReport {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final InvoiceMapper invoices;

    public String between(LocalDate from, LocalDate to) {
        List<List<String>> rows = new ArrayList<>();
        for (var invoice : invoices.issuedBetween(from, to)) {
            String state = invoice.paid() ? "paid" : "open";
            rows.add(List.of(String.valueOf(invoice.id()), invoice.total().toPlainString(), state));
        }
        return render("Invoices", from, to, rows);
    }

    private String render(String title, LocalDate from, LocalDate to, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        text.append(title).append(' ').append(DAY.format(from)).append(" - ").append(DAY.format(to)).append('\n');
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                if (column > 0) {
                    text.append(';');
                }
                text.append(quoted(row.get(column)));
            }
            text.append('\n');
        }
        text.append(rows.size()).append(rows.size() == 1 ? " row" : " rows").append('\n');
        return text.toString();
    }

    private String quoted(String value) {
        if (value == null || value.isBlank()) {
            return "";
        }
        String single = value.replace('\n', ' ').replace('\r', ' ');
        if (single.contains(";") || single.contains("\"")) {
            return '"' + single.replace("\"", "\"\"") + '"';
        }
        return single;
    }
}
