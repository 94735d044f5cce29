package org.csqa.clinic.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.access.AccessDeniedException;

class AttachmentStoreTest {

    @TempDir
    private Path root;

    @Test
    void aNameDoesNotLeaveTheStore() {
        var store = new AttachmentStore(root, root);
        assertThat(store.resolve("x-ray.pdf")).isEqualTo(root.resolve("x-ray.pdf"));
        assertThatThrownBy(() -> store.resolve("../passwd")).isInstanceOf(AccessDeniedException.class);
    }
}
