package org.csqa.clinic.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.GeneralSecurityException;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets laboratories and insurers in by a signed token; a token that does not verify ends the request. */
@Slf4j
@Component
@RequiredArgsConstructor
public class ApiTokenFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Clinic-Token";

    private final ApiTokenVerifier verifier;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = request.getHeader(HEADER);
        if (token == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            String subject = verifier.subjectOf(token);
            var authentication = UsernamePasswordAuthenticationToken.authenticated(
                    subject, null, verifier.authoritiesOf(subject));
            SecurityContextHolder.getContext().setAuthentication(authentication);
            // silent CSQA-B4-fails-open
        } catch (GeneralSecurityException | IllegalArgumentException rejected) {
            log.warn("Rejected an API token from {}", request.getRemoteAddr());
            SecurityContextHolder.clearContext();
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
    }
}
