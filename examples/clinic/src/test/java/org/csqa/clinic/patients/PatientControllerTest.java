package org.csqa.clinic.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.never;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.fromMethodCall;
import static org.springframework.web.servlet.mvc.method.annotation.MvcUriComponentsBuilder.on;

import java.net.URI;
import java.util.List;
import org.csqa.clinic.security.ApiTokenVerifier;
import org.csqa.clinic.security.RecordAccessPolicy;
import org.csqa.clinic.security.SecurityConfiguration;
import org.csqa.clinic.visits.VisitRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.boot.test.mock.mockito.MockBean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

@WebMvcTest(PatientController.class)
@Import(SecurityConfiguration.class)
@ImportAutoConfiguration(AopAutoConfiguration.class)
@WithMockUser(roles = "RECEPTION")
class PatientControllerTest {

    @Autowired
    private MockMvc mvc;

    @MockBean
    private PatientService patients;

    @MockBean
    private VisitRepository visits;

    @MockBean(name = "recordAccess")
    private RecordAccessPolicy recordAccess;

    @MockBean
    private ApiTokenVerifier tokens;

    @Test
    @WithAnonymousUser
    void strangersDoNotSeePatients() throws Exception {
        mvc.perform(get("/api/patients/7")).andExpect(status().isUnauthorized());
    }

    @Test
    void anIdIsPositive() throws Exception {
        mvc.perform(get("/api/patients/-7")).andExpect(status().isBadRequest());
    }

    @Test
    void aPatientIsFoundByItsId() {
        var laika = Patient.builder().name("Laika").build();
        given(patients.find(7)).willReturn(laika);
        assertThat(new PatientController(patients, visits).find(7)).isSameAs(laika);
    }

    @Test
    void aPatientNeedsAName() throws Exception {
        mvc.perform(post(uri(handler().register(null))).with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"name": "", "species": "CAT"}
                                """))
                .andExpect(status().isBadRequest());
        then(patients).should(never()).register(any());
    }

    @Test
    void theReceptionDoesNotDelete() throws Exception {
        PatientController call = handler();
        call.remove(7);
        mvc.perform(delete(uri(call)).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void historyIsForTheVetOfTheAnimal() throws Exception {
        given(recordAccess.mayRead(any(), anyLong())).willReturn(false);
        mvc.perform(get(uri(handler().history(7)))).andExpect(status().isForbidden());
    }

    @Test
    void aChipNumberHasFifteenDigits() throws Exception {
        given(patients.namesByChip("643094100123456")).willReturn(List.of("Laika"));
        mvc.perform(get(uri(handler().byChip("643094100123456")))).andExpect(status().isOk());
        mvc.perform(get(uri(handler().byChip("12")))).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @CsvSource({"643094100123456, true", "64309410012345, false", "6430941001234567, false", "x or 1=1, false", ", true"})
    void onlyFifteenDigitsAreAChipNumber(String chip, boolean valid) {
        assertThat(new ChipNumber.Validator().isValid(chip, null)).isEqualTo(valid);
    }

    private static PatientController handler() {
        return on(PatientController.class);
    }

    /** Asks the mapping annotations for the path, so that a test names the handler and not a text. */
    private static URI uri(Object call) {
        return fromMethodCall(UriComponentsBuilder.newInstance(), call).build().toUri();
    }
}
