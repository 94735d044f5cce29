package org.csqa.clinic.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SignatureException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lombok.extern.slf4j.Slf4j;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Tokens have the form {@code subject.signature}, both in URL-safe Base64. */
@Slf4j
@Component
public class ApiTokenVerifier {

    private static final Set<GrantedAuthority> PARTNER = Set.of(new SimpleGrantedAuthority("ROLE_PARTNER"));

    private final SecretKeySpec key;
    private final RestClient directory;

    public ApiTokenVerifier(@Value("${clinic.api-token-key}") String key,
            @Value("${clinic.staff-directory}") String directory) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.directory = RestClient.create(directory);
    }

    // silent CSQA-E1-home-made-crypto: it calls the platform's HMAC
    public String subjectOf(String token) throws GeneralSecurityException {
        String[] parts = token.split("\\.", 2);
        if (parts.length != 2) {
            throw new SignatureException("expected two parts");
        }
        var decoder = Base64.getUrlDecoder();
        byte[] subject = decoder.decode(parts[0]);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(key);
        if (!MessageDigest.isEqual(mac.doFinal(subject), decoder.decode(parts[1]))) {
            throw new SignatureException("signature does not match");
        }
        return new String(subject, StandardCharsets.UTF_8);
    }

    public Set<GrantedAuthority> authoritiesOf(String subject) {
        try {
            List<String> roles = directory.get().uri("/subjects/{subject}/roles", subject)
                    .retrieve()
                    .body(RoleList.class)
                    .roles();
            return roles.stream()
                    .flatMap(role -> Stream.of("ROLE_" + role))
                    .map(SimpleGrantedAuthority::new)
                    .collect(Collectors.toUnmodifiableSet());
            // expect CSQA-B4-ambiguous-catch: a default role stands in for the answer
        } catch (RestClientException unreachable) {
            log.warn("Staff directory is unreachable");
            return PARTNER;
        }
    }

    record RoleList(List<String> roles) {
    }
}
