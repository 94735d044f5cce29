package org.csqa.clinic.reports;

import jakarta.validation.constraints.PastOrPresent;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.BeansException;
import org.springframework.context.ApplicationContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Validated
@RequiredArgsConstructor
public class ReportController {

    private final CsvReports reports;
    private final Maintenance maintenance;
    private final ApplicationContext beans;

    @GetMapping(path = "/api/reports/visits.csv", produces = "text/csv")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public String visits(@RequestParam @PastOrPresent @DateTimeFormat(iso = ISO.DATE) LocalDate from) {
        return reports.visits(from, from.plusMonths(1));
    }

    @GetMapping(path = "/api/reports/invoices.csv", produces = "text/csv")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public String invoices(@RequestParam @PastOrPresent @DateTimeFormat(iso = ISO.DATE) LocalDate from) {
        return reports.invoices(from, from.plusMonths(1));
    }

    /** For the monitoring that lives outside: runs a bean of this package by its class name. */
    @GetMapping("/api/public/probes/{type}")
    // expect CSQA-A1-public-entry-point
    // expect CSQA-B1-thin-defence
    // expect CSQA-B2-privileged-near-public: it loads and runs whatever class the path names
    public String probe(@PathVariable String type) throws ReflectiveOperationException, BeansException {
        // expect CSQA-C1-unsafe-reflection: any class of the package, and its static initialisers
        Class<?> bean = Class.forName(getClass().getPackageName() + "." + type);
        return String.valueOf(bean.getMethod("run").invoke(beans.getBean(bean)));
    }

    /** The path rules deny it; it is opened by hand during maintenance. */
    @PostMapping("/internal/visits/purge")
    // silent CSQA-A1-public-entry-point
    // silent CSQA-B1-thin-defence
    // silent CSQA-B2-privileged-near-public
    public long purge() {
        return maintenance.run();
    }
}
