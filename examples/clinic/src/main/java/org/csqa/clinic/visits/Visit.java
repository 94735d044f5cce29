package org.csqa.clinic.visits;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import lombok.Data;
import lombok.NoArgsConstructor;

@Entity
@Table(name = "visit")
@Data
@NoArgsConstructor
public class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long patientId;

    private String vet;

    private String reason;

    private String remarks;

    private LocalDate openedOn = LocalDate.now();

    @Enumerated(EnumType.STRING)
    private Status status = Status.WAITING;

    private boolean urgent;

    /** What the screen in the waiting room shows: no names. */
    public String ticket() {
        return (urgent ? "U" : "N") + "-" + id;
    }

    public enum Status {
        WAITING, IN_ROOM, CLOSED;

        public boolean mayBecome(Status next) {
            return switch (this) {
                case WAITING -> next == IN_ROOM || next == CLOSED;
                case IN_ROOM -> next == CLOSED;
                case CLOSED -> false;
            };
        }
    }

    /** Published when the animal leaves. */
    public record Closed(long visitId, long patientId) {
    }
}
