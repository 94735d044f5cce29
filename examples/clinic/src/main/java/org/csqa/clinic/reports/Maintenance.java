package org.csqa.clinic.reports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.visits.Visit;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
@RequiredArgsConstructor
public class Maintenance {

    private static final int YEARS = 10;
    private static final long MINUTES = 10;

    private final VisitRepository visits;

    /** Deletes closed visits after the ten years that the law asks for. */
    @Scheduled(cron = "0 0 3 1 * *")
    public long run() {
        return visits.deleteByStatusAndOpenedOnBefore(Visit.Status.CLOSED, LocalDate.now().minusYears(YEARS));
    }

    public void backUp(String schema) throws IOException {
        Process dump = new ProcessBuilder("pg_dump", "--schema", schema, "--file", "/var/backups/clinic.sql")
                .redirectErrorStream(true)
                .start();
        try {
            if (!dump.waitFor(MINUTES, TimeUnit.MINUTES)) {
                dump.destroyForcibly();
                throw new IOException("backup took longer than " + MINUTES + " minutes");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException("backup was interrupted", interrupted);
        }
    }
}
