package org.csqa.clinic.visits;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

public interface VisitRepository extends JpaRepository<Visit, Long> {

    List<Visit> findByStatus(Visit.Status status);

    List<Visit> findByPatientIdOrderByOpenedOnDesc(long patientId);

    List<Visit> findByOpenedOnBetween(LocalDate from, LocalDate to);

    boolean existsByPatientIdAndVet(long patientId, String vet);

    @Modifying
    @Transactional
    @Query("update Visit v set v.remarks = :remarks where v.id = :id")
    int updateRemarks(@Param("id") long id, @Param("remarks") String remarks);

    @Transactional
    long deleteByStatusAndOpenedOnBefore(Visit.Status status, LocalDate day);
}
