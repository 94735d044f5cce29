package org.csqa.clinic.appointments;

import io.github.resilience4j.ratelimiter.annotation.RateLimiter;
import jakarta.validation.Valid;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequiredArgsConstructor
public class AppointmentController {

    private static final String PUBLIC = "/api/public";
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final Duration SLOT = Duration.ofMinutes(20);
    private static final int SLOTS_A_DAY = 24;

    private final AppointmentMapper appointments;

    @GetMapping(PUBLIC + "/opening-hours")
    // expect CSQA-A1-public-entry-point: public, though it reaches nothing
    // silent CSQA-B1-thin-defence
    public String openingHours() {
        return "%s to %s".formatted(OPENS, OPENS.plus(SLOT.multipliedBy(SLOTS_A_DAY)));
    }

    @GetMapping(PUBLIC + "/appointments/slots")
    @RateLimiter(name = "public")
    // expect CSQA-A1-public-entry-point
    // expect CSQA-B1-thin-defence
    // silent CSQA-B2-privileged-near-public: it only reads
    public List<LocalTime> slots(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        Set<LocalTime> taken = appointments.onDay(day).stream()
                .map(appointment -> appointment.startsAt().toLocalTime())
                .collect(Collectors.toSet());
        return Stream.iterate(OPENS, time -> time.plus(SLOT))
                .limit(SLOTS_A_DAY)
                .filter(time -> !taken.contains(time))
                .toList();
    }

    @PostMapping(PUBLIC + "/appointments")
    @ResponseStatus(HttpStatus.ACCEPTED)
    // expect CSQA-A1-public-entry-point
    // silent CSQA-A1-unvalidated-input
    // expect CSQA-B1-thin-defence
    // expect CSQA-B2-privileged-near-public: the handler itself writes
    // expect CSQA-B3-uneven-protection: the reception inserts behind a role, below
    // expect CSQA-F2-untested-guard
    public void request(@Valid @RequestBody AppointmentMapper.Appointment wanted) {
        appointments.insert(wanted);
    }

    @PostMapping("/api/appointments")
    @ResponseStatus(HttpStatus.CREATED)
    // silent CSQA-B1-thin-defence
    // silent CSQA-B2-privileged-near-public
    // expect CSQA-F2-untested-guard
    public void book(@Valid @RequestBody AppointmentMapper.Appointment agreed) {
        appointments.insert(agreed);
    }
}
