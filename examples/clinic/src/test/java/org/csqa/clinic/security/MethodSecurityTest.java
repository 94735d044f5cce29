package org.csqa.clinic.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import org.csqa.clinic.invoices.InvoiceMapper;
import org.csqa.clinic.invoices.InvoiceService;
import org.csqa.clinic.prescriptions.PrescriptionService;
import org.csqa.clinic.visits.VisitRepository;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.test.mock.mockito.MockBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@TestPropertySource(properties = "clinic.payments=http://localhost:1")
class MethodSecurityTest {

    @Configuration
    @EnableMethodSecurity
    @Import({PrescriptionService.class, InvoiceService.class, RecordAccessPolicy.class})
    static class Setup {
    }

    private final TestingAuthenticationToken vet = new TestingAuthenticationToken("anna", null);

    @Autowired
    private PrescriptionService prescriptions;

    @Autowired
    private InvoiceService invoices;

    @Autowired
    private RecordAccessPolicy policy;

    @MockBean
    private JdbcTemplate jdbc;

    @MockBean
    private AuditEventRepository audit;

    @MockBean
    private InvoiceMapper invoiceRows;

    @MockBean
    private VisitRepository visits;

    @Test
    @WithMockUser(roles = "VET")
    void aVetSigns() {
        prescriptions.sign(7);
        verify(jdbc).update("update prescription set status = 'SIGNED' where id = ?", 7L);
    }

    @Test
    @WithMockUser(roles = "RECEPTION")
    void theReceptionDoesNotSign() {
        assertThatThrownBy(() -> prescriptions.sign(7)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(jdbc);
    }

    @Test
    @WithMockUser(roles = "VET")
    void aVetDoesNotChargeCards() {
        var payment = new InvoiceService.CardPayment("4111111111111111");
        assertThatThrownBy(() -> invoices.pay(7, payment)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(invoiceRows);
    }

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
