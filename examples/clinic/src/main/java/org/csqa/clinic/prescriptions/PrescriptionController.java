package org.csqa.clinic.prescriptions;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import lombok.RequiredArgsConstructor;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The path rules ask for a login only; roles are checked in the service. */
@RestController
@RequestMapping("/api/prescriptions")
@Validated
@RequiredArgsConstructor
public class PrescriptionController {

    private final PrescriptionService prescriptions;

    @PostMapping("/{id}/sign")
    // silent CSQA-B1-thin-defence
    // silent CSQA-B3-uneven-protection
    // silent CSQA-D2-long-trust-chain
    // expect CSQA-F2-untested-guard
    // silent CSQA-B1-no-authorization
    public void sign(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        prescriptions.sign(id);
    }

    @PostMapping("/{id}/cancel")
    // expect CSQA-B1-thin-defence: the annotation that looks like a guard is switched off
    // expect CSQA-B3-uneven-protection: signing writes the same column behind three checks
    // expect CSQA-B1-no-authorization: see the annotation in the service
    public void cancel(@PathVariable long id) {
        prescriptions.cancel(id);
    }

    @PostMapping("/{id}/dispense")
    // expect CSQA-B1-thin-defence
    // silent CSQA-C1-long-unchecked-path: numbers do not carry text into SQL
    // expect CSQA-D2-long-trust-chain: four calls after the login, and nobody asks for a role
    // expect CSQA-B1-no-authorization
    public void dispense(@PathVariable long id, @RequestParam int packs) {
        prescriptions.dispense(id, packs);
    }

    @PostMapping("/{id}/return")
    // silent CSQA-B1-thin-defence: login, role and audit event
    // silent CSQA-D2-long-trust-chain: the service asks for the role beside the write
    // silent CSQA-B1-no-authorization
    public void takeBack(@PathVariable long id, @RequestParam int packs) {
        prescriptions.takeBack(id, packs);
    }
}
