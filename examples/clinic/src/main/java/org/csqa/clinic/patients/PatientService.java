package org.csqa.clinic.patients;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Past;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.csqa.clinic.shared.CrudService;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Slf4j
@Service
@RequiredArgsConstructor
public class PatientService extends CrudService<Patient> {

    private final PatientRepository patients;
    private final SearchDao searches;

    @Override
    protected JpaRepository<Patient, Long> repository() {
        return patients;
    }

    public Patient register(NewPatient draft) {
        var patient = Patient.builder()
                .name(draft.name().strip())
                .species(draft.species())
                .chip(draft.chip())
                .born(draft.born())
                .build();
        return patients.save(patient);
    }

    @Transactional
    public void updateNotes(long id, Map<String, Object> changes) {
        Patient patient = find(id);
        Optional.ofNullable(changes.get("notes"))
                .map(Object::toString)
                .filter(notes -> !notes.equals(patient.getNotes()))
                .ifPresent(patient::setNotes);
        patients.save(patient);
    }

    @Transactional
    @PreAuthorize("@recordAccess.mayWrite(authentication, #id)")
    // expect CSQA-F2-untested-guard
    public void archive(long id) {
        if (patients.archive(id) == 0) {
            log.info("Patient {} was archived before", id);
        }
    }

    public List<String> search(String text) {
        return searches.find(text);
    }

    public List<String> namesByChip(String chip) {
        return searches.namesByChip(chip);
    }

    /** What the reception types in for an animal that comes for the first time. */
    public record NewPatient(
            @NotBlank @Size(max = 80) String name,
            @NotNull Patient.Species species,
            @ChipNumber String chip,
            @Past LocalDate born) {
    }
}
