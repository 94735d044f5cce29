package org.csqa.clinic.staff;

import jakarta.persistence.EntityNotFoundException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.csqa.clinic.shared.CrudService;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

@Slf4j
@Service
@RequiredArgsConstructor
public class StaffAccountService extends CrudService<StaffAccount> implements UserDetailsService {

    private final StaffAccountRepository accounts;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    @Override
    protected JpaRepository<StaffAccount, Long> repository() {
        return accounts;
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        return accounts.findByLogin(login)
                .map(account -> User.withUsername(account.getLogin())
                        .password(account.getPasswordHash())
                        .roles(account.getRole().name())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("unknown login"));
    }

    public StaffAccount open(NewStaff draft) {
        // known-miss CSQA-C3-secret-in-log: the generated toString of the record prints its password
        log.debug("Opening {}", draft);
        var account = new StaffAccount();
        account.setLogin(draft.login());
        account.setPasswordHash(encoder.encode(draft.password()));
        account.setRole(draft.role());
        return create(account);
    }

    public String resetPassword(String login) {
        StaffAccount account = byLogin(login);
        String temporaryPassword = randomText();
        account.setPasswordHash(encoder.encode(temporaryPassword));
        accounts.save(account);
        // expect CSQA-C3-secret-in-log
        log.info("Password of {} is now {}", login, temporaryPassword);
        return temporaryPassword;
    }

    public void invite(String login) {
        StaffAccount account = byLogin(login);
        account.setPasswordHash(encoder.encode(randomText()));
        accounts.save(account);
        // silent CSQA-C3-secret-in-log: the name of the account is no secret
        log.info("Password of {} was reset, an invitation follows", login);
    }

    public void changeRole(String login, StaffAccount.Role role) {
        StaffAccount account = byLogin(login);
        account.setRole(role);
        accounts.save(account);
    }

    private StaffAccount byLogin(String login) {
        return accounts.findByLogin(login).orElseThrow(() -> new EntityNotFoundException("no such account"));
    }

    private String randomText() {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public record NewStaff(
            @Pattern(regexp = "^[a-z]{3,20}$") String login,
            @Size(min = 12, max = 72) String password,
            @NotNull StaffAccount.Role role) {
    }
}
