package org.csqa.clinic.patients;

import jakarta.persistence.EntityNotFoundException;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Slf4j
@Service
@RequiredArgsConstructor
public class PatientService {

    private final PatientRepository patients;
    private final JdbcTemplate jdbc;

    public Patient find(long id) {
        return patients.findById(id).orElseThrow(() -> new EntityNotFoundException("no such patient"));
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

    public void remove(long id) {
        patients.deleteById(id);
    }

    public List<String> search(String text) {
        var found = byName(text);
        return found.isEmpty() ? byName(text.substring(0, Math.min(3, text.length()))) : found;
    }

    public List<String> namesByChip(String chip) {
        // silent CSQA-C1-sql-injection
        return jdbc.queryForList("select name from patient where chip = ?", String.class, chip);
    }

    private List<String> byName(String text) {
        return matching("name ilike '%" + text + "%'");
    }

    private List<String> matching(String condition) {
        return rows("where " + condition);
    }

    private List<String> rows(String clauses) {
        // expect CSQA-C1-sql-injection
        return jdbc.queryForList("select name from patient " + clauses + " order by name", String.class);
    }

    /** What the reception types in for an animal that comes for the first time. */
    public record NewPatient(
            @NotBlank @Size(max = 80) String name,
            @NotNull Patient.Species species,
            @ChipNumber String chip,
            @Past LocalDate born) {
    }
}
