package org.csqa.clinic.patients;

import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

public interface PatientRepository extends JpaRepository<Patient, Long> {

    @Modifying
    @Query("""
            update Patient p
               set p.archived = true
             where p.id = :id
            """)
    int archive(@Param("id") long id);
}
