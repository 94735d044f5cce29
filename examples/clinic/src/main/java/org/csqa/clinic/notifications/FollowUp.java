package org.csqa.clinic.notifications;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.csqa.clinic.appointments.AppointmentMapper;
import org.csqa.clinic.invoices.InvoiceMapper;
import org.csqa.clinic.visits.Visit;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What happens by itself after a visit and before an appointment. */
@Slf4j
@Component
@RequiredArgsConstructor
class FollowUp {

    private final AppointmentMapper appointments;
    private final InvoiceMapper invoices;
    private final KafkaTemplate<String, String> mail;

    @EventListener
    void onVisitClosed(Visit.Closed closed) {
        invoices.insertDraft(closed.visitId());
        log.info("Invoice drafted for visit {}", closed.visitId());
    }

    @Scheduled(cron = "0 0 17 * * *")
    void remindOfTomorrow() {
        appointments.onDay(LocalDate.now().plusDays(1)).stream()
                .map(AppointmentMapper.Appointment::email)
                .distinct()
                .forEach(address -> mail.send("mail.reminders", address));
    }
}
