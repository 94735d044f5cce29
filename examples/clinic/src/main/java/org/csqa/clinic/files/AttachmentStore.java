package org.csqa.clinic.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

@Component
public class AttachmentStore {

    private final Path root;
    private final Path exports;

    public AttachmentStore(@Value("${clinic.storage}") Path root, @Value("${clinic.exports}") Path exports) {
        this.root = root.toAbsolutePath().normalize();
        this.exports = exports;
    }

    public long save(String name, InputStream content) throws IOException {
        Path draft = Files.createTempFile(root, "upload", ".part");
        try {
            Files.copy(content, draft);
            // expect CSQA-C1-path-traversal: the name of the upload is the client's
            return Files.size(Files.move(draft, root.resolve(name)));
        } finally {
            discard(draft);
        }
    }

    public byte[] read(String name) throws IOException {
        // silent CSQA-C1-path-traversal: the resolved path must stay below the root
        return Files.readAllBytes(resolve(name));
    }

    /** Exports come from a nightly job; the name is taken as it comes. */
    public byte[] export(String file) throws IOException {
        // expect CSQA-C1-path-traversal
        return Files.readAllBytes(exports.resolve(file));
    }

    // silent CSQA-F2-untested-guard
    Path resolve(String name) {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root)) {
            throw new AccessDeniedException("outside of the store");
        }
        return file;
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
            // expect CSQA-B4-empty-catch: no security here, so only medium
        } catch (IOException ignored) {
        }
    }
}
