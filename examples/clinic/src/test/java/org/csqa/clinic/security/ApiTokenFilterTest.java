package org.csqa.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import java.security.SignatureException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

class ApiTokenFilterTest {

    private final ApiTokenVerifier verifier = mock(ApiTokenVerifier.class);
    private final ApiTokenFilter filter = new ApiTokenFilter(verifier);
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aForgedTokenEndsTheRequest() throws Exception {
        request.addHeader(ApiTokenFilter.HEADER, "forged");
        given(verifier.subjectOf("forged")).willThrow(new SignatureException("no"));
        filter.doFilterInternal(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void aGoodTokenLogsIn() throws Exception {
        request.addHeader(ApiTokenFilter.HEADER, "good");
        given(verifier.subjectOf("good")).willReturn("laboratory");
        given(verifier.authoritiesOf("laboratory")).willReturn(Set.of());
        filter.doFilterInternal(request, response, chain);
        assertThat(SecurityContextHolder.getContext().getAuthentication().getName()).isEqualTo("laboratory");
        assertThat(chain.getRequest()).isSameAs(request);
    }
}
