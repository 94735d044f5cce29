package org.csqa.clinic.prescriptions;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.mock.mockito.MockBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
class PrescriptionServiceTest {

    @Configuration
    @EnableMethodSecurity
    @Import(PrescriptionService.class)
    static class Setup {
    }

    @Autowired
    private PrescriptionService service;

    @MockBean
    private PrescriptionMapper prescriptions;

    @Test
    @WithMockUser(roles = "VET")
    void aVetSigns() {
        service.sign(7);
        verify(prescriptions).changeStatus(7, PrescriptionMapper.Status.SIGNED);
    }

    @Test
    @WithMockUser(roles = "RECEPTION")
    void theReceptionDoesNotSign() {
        assertThatThrownBy(() -> service.sign(7)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(prescriptions);
    }
}
