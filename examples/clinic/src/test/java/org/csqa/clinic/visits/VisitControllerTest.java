package org.csqa.clinic.visits;

import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.fromMethodCall;
import static org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.on;

import java.net.URI;
import java.util.List;
import org.csqa.clinic.security.ApiTokenVerifier;
import org.csqa.clinic.security.SecurityConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.mock.mockito.MockBean;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

@WebMvcTest(VisitController.class)
@Import({SecurityConfiguration.class, StandardVisitService.class, EmergencyVisitService.class})
@WithMockUser(roles = "VET")
class VisitControllerTest {

    private static final String NO_REASON = """
            {"patientId": 7, "reason": " "}
            """;

    @Autowired
    private MockMvc mvc;

    @MockBean
    private VisitRepository visits;

    @MockBean
    private ApiTokenVerifier tokens;

    @Test
    void aVisitHasAReason() throws Exception {
        mvc.perform(post(uri(handler().open(null))).with(csrf())
                        .contentType(APPLICATION_JSON).content(NO_REASON))
                .andExpect(status().isBadRequest());
        mvc.perform(post(uri(handler().openEmergency(null))).with(csrf())
                        .contentType(APPLICATION_JSON).content(NO_REASON))
                .andExpect(status().isBadRequest());
        verifyNoInteractions(visits);
    }

    @Test
    @WithMockUser(roles = "RECEPTION")
    void theReceptionUsesItsOwnForm() throws Exception {
        mvc.perform(post(uri(handler().open(null))).with(csrf())
                        .contentType(APPLICATION_JSON).content(NO_REASON))
                .andExpect(status().isForbidden());
    }

    @Test
    void aListIsShort() throws Exception {
        given(visits.findByStatus(Visit.Status.WAITING)).willReturn(List.of(new Visit(), new Visit()));
        mvc.perform(get(uri(handler().list(Visit.Status.WAITING, 1))))
                .andExpect(jsonPath("$.length()").value(1));
        mvc.perform(get(uri(handler().list(Visit.Status.WAITING, 1000))))
                .andExpect(status().isBadRequest());
    }

    @Test
    void anIdIsPositive() throws Exception {
        VisitController call = handler();
        call.close(-1);
        mvc.perform(post(uri(call)).with(csrf())).andExpect(status().isBadRequest());
    }

    private static VisitController handler() {
        return on(VisitController.class);
    }

    /** Asks the mapping annotations for the path, so that a test names the handler and not a text. */
    private static URI uri(Object call) {
        return fromMethodCall(UriComponentsBuilder.newInstance(), call).build().toUri();
    }
}
