package org.csqa.clinic.notifications;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Component;

/** Takes what the laboratory sends. */
@Component
public class LabResultListener {

    private final VisitRepository visits;
    private final NamedParameterJdbcTemplate jdbc;
    private final SecretKeySpec key;

    public LabResultListener(VisitRepository visits, NamedParameterJdbcTemplate jdbc,
            @Value("${clinic.lab-key}") String key) {
        this.visits = visits;
        this.jdbc = jdbc;
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    @KafkaListener(topics = "lab.results")
    // silent CSQA-A1-unvalidated-input
    // expect CSQA-F2-untested-guard
    public void onResult(@Payload @Valid LabResult result, @Header("signature") String signature) {
        try {
            verify(result, signature);
            // expect CSQA-B4-empty-catch: a forged result is stored like a genuine one
        } catch (GeneralSecurityException ignored) {
        }
        visits.updateRemarks(result.visitId(), result.text());
    }

    @KafkaListener(topics = "${clinic.topics.imports}")
    // expect CSQA-A1-unvalidated-input
    // expect CSQA-A3-loose-input: any JSON is accepted
    public void onImport(@Payload JsonNode batch) {
        jdbc.update("insert into lab_import (content) values (:content)", Map.of("content", batch.toString()));
    }

    private void verify(LabResult result, String signature) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        byte[] expected = mac.doFinal((result.visitId() + ":" + result.text()).getBytes(StandardCharsets.UTF_8));
        if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) {
            throw new SignatureException("result was not signed by the laboratory");
        }
    }

    public record LabResult(@Positive long visitId, @NotBlank @Size(max = 2000) String text) {
    }
}
