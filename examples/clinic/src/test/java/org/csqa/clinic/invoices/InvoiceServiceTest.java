package org.csqa.clinic.invoices;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.verifyNoInteractions;

import org.csqa.clinic.security.CardNumberCipher;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.mock.mockito.MockBean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig
@TestPropertySource(properties = "clinic.payments=http://localhost:1")
class InvoiceServiceTest {

    @Configuration
    @EnableMethodSecurity
    @Import(InvoiceService.class)
    static class Setup {
    }

    @Autowired
    private InvoiceService service;

    @MockBean
    private InvoiceMapper invoices;

    @MockBean
    private CardNumberCipher cards;

    @Test
    @WithMockUser(authorities = "ROLE_VET")
    void aVetDoesNotChargeCards() {
        var payment = new InvoiceService.CardPayment("4111111111111111");
        assertThatThrownBy(() -> service.pay(7, payment)).isInstanceOf(AccessDeniedException.class);
        verifyNoInteractions(invoices, cards);
    }
}
