package org.csqa.clinic.staff;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import lombok.Setter;
import lombok.ToString;

@Entity
@Table(name = "staff_account")
@Getter
@Setter
@ToString(exclude = "passwordHash")
@NoArgsConstructor(access = AccessLevel.PACKAGE)
public class StaffAccount {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(unique = true)
    private String login;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    public enum Role {
        VET, RECEPTION, ADMIN
    }
}
