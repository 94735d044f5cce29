package org.csqa.clinic.staff;

import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

@Component
public class BackupRunner {

    private static final long MINUTES = 10;

    public void start(String schema) throws IOException {
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
