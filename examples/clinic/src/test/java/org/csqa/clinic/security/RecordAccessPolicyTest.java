package org.csqa.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import org.csqa.clinic.visits.VisitRepository;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.authentication.TestingAuthenticationToken;

class RecordAccessPolicyTest {

    private final VisitRepository visits = mock(VisitRepository.class);
    private final RecordAccessPolicy policy = new RecordAccessPolicy(visits);
    private final TestingAuthenticationToken vet = new TestingAuthenticationToken("anna", null);

    @Test
    void aVetReadsTheRecordsOfOwnPatients() {
        given(visits.existsByPatientIdAndVet(7, "anna")).willReturn(true);
        assertThat(policy.mayRead(vet, 7)).isTrue();
        assertThat(policy.mayRead(vet, 8)).isFalse();
    }

    @Test
    void nobodyWritesWhileTheDatabaseIsAway() {
        given(visits.existsByPatientIdAndVet(7, "anna")).willThrow(new QueryTimeoutException("slow"));
        assertThat(policy.mayWrite(vet, 7)).isFalse();
    }
}
