package org.csqa.clinic.patients;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.visits.Visit;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/patients")
@Validated
@RequiredArgsConstructor
public class PatientController {

    private final PatientService patients;
    private final VisitRepository visits;

    @GetMapping("/{id}")
    // silent CSQA-B1-thin-defence
    // silent CSQA-F2-untested-guard
    // expect CSQA-C2-entity-in-response
    public Patient find(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        return patients.find(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    // silent CSQA-A1-unvalidated-input
    // silent CSQA-B1-thin-defence
    // silent CSQA-F2-untested-guard
    // silent CSQA-A3-mass-assignment: a record says which fields a caller may set
    public Patient register(@Valid @RequestBody PatientService.NewPatient draft) {
        return patients.register(draft);
    }

    @PutMapping("/{id}/notes")
    // expect CSQA-A1-unvalidated-input
    // expect CSQA-A3-loose-input: any map is accepted
    // expect CSQA-B1-thin-defence: a role is all that stands before the write
    public void updateNotes(@PathVariable long id, @RequestBody Map<String, Object> changes) {
        patients.updateNotes(id, changes);
    }

    @RequestMapping(path = {"/{id}/archive", "/{id}/retire"}, method = {RequestMethod.PUT, RequestMethod.PATCH})
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public void archive(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        patients.archive(id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    // silent CSQA-B1-thin-defence
    // expect CSQA-B1-no-audit: the worst of the operations that leave no event
    public void remove(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        patients.remove(id);
    }

    @GetMapping("/{id}/history")
    @PreAuthorize("@recordAccess.mayRead(authentication, #id)")
    // expect CSQA-C2-entity-in-response
    public List<Visit> history(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        return visits.findByPatientIdOrderByOpenedOnDesc(id);
    }

    @GetMapping("/search")
    // expect CSQA-B1-thin-defence
    // expect CSQA-C1-long-unchecked-path: the text reaches SQL four calls later, glued into the statement
    // expect CSQA-D2-long-trust-chain: nobody asks again after the path rule
    public List<String> search(@RequestParam("q") String text) {
        return patients.search(text);
    }

    @GetMapping("/by-chip")
    // silent CSQA-B1-thin-defence
    // silent CSQA-C1-long-unchecked-path: the chip number is checked at the door and bound in the statement
    public List<String> byChip(@RequestParam @ChipNumber String chip) {
        return patients.namesByChip(chip);
    }
}
