package org.csqa.clinic.files;

import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@Slf4j
@RestController
@RequestMapping("/api/attachments")
@Validated
@RequiredArgsConstructor
public class AttachmentController {

    private final AttachmentStore store;

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    // expect CSQA-A1-unvalidated-input
    // expect CSQA-A3-loose-input: bytes of any kind under any name
    // expect CSQA-B1-thin-defence
    // expect CSQA-B1-no-authorization
    public ResponseEntity<Map<String, Object>> upload(@RequestParam("file") MultipartFile file) {
        try (var content = file.getInputStream()) {
            long size = store.save(file.getOriginalFilename(), content);
            return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("size", size));
        } catch (IOException failure) {
            log.error("Upload failed", failure);
            // expect CSQA-C2-exception-detail-in-response: the exception names the directory
            return ResponseEntity.internalServerError().body(Map.of("error", failure.toString()));
        }
    }

    @GetMapping("/{name}")
    // silent CSQA-B1-thin-defence: login, pattern and the check of the resolved path
    // expect CSQA-F2-untested-guard
    public ResponseEntity<byte[]> download(@PathVariable @Pattern(regexp = "^[\\w-]{1,60}\\.pdf$") String name) {
        try {
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(store.read(name));
        } catch (IOException failure) {
            log.warn("Attachment {} cannot be read", name, failure);
            // silent CSQA-C2-exception-detail-in-response
            return ResponseEntity.notFound().build();
        }
    }

    @GetMapping("/exports")
    // expect CSQA-B1-thin-defence: any login reads any file the process can read
    // silent CSQA-B1-no-authorization: it only reads
    public byte[] export(@RequestParam String file) throws IOException {
        return store.export(file);
    }
}
