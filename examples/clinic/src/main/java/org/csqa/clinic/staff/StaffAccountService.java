package org.csqa.clinic.staff;

import jakarta.persistence.EntityNotFoundException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

@Slf4j
@Service
@RequiredArgsConstructor
public class StaffAccountService implements UserDetailsService {

    private static final RowMapper<UserDetails> ACCOUNT = (row, number) -> User.withUsername(row.getString("login"))
            .password(row.getString("password_hash"))
            .roles(row.getString("role"))
            .build();

    private final JdbcTemplate jdbc;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    @Override
    public UserDetails loadUserByUsername(String login) {
        return jdbc.query("select login, password_hash, role from staff_account where login = ?", ACCOUNT, login)
                .stream()
                .findFirst()
                .orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    }

    public void open(NewStaff draft) {
        // expect CSQA-C3-secret-in-log: the generated text of the record holds its password
        log.debug("Opening {}", draft);
        jdbc.update("insert into staff_account (login, password_hash, role) values (?, ?, ?)",
                draft.login(), encoder.encode(draft.password()), draft.role().name());
    }

    public String resetPassword(String login) {
        String temporaryPassword = randomText();
        changePassword(login, temporaryPassword);
        // expect CSQA-C3-secret-in-log
        log.info("Password of {} is now {}", login, temporaryPassword);
        return temporaryPassword;
    }

    public void invite(String login) {
        changePassword(login, randomText());
        // silent CSQA-C3-secret-in-log: the name of the account is no secret
        log.info("Password of {} was reset, an invitation follows", login);
    }

    public void changeRole(String login, Role role) {
        jdbc.update("update staff_account set role = ? where login = ?", role.name(), login);
    }

    private void changePassword(String login, String password) {
        String hash = encoder.encode(password);
        if (jdbc.update("update staff_account set password_hash = ? where login = ?", hash, login) == 0) {
            throw new EntityNotFoundException("no such account");
        }
    }

    private String randomText() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public enum Role {
        VET, RECEPTION, ADMIN
    }

    public record NewStaff(
            @Pattern(regexp = "^[a-z]{3,20}$") String login,
            @Size(min = 12, max = 72) String password,
            @NotNull Role role) {
    }
}
