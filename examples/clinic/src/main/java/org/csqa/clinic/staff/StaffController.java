package org.csqa.clinic.staff;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.reports.Maintenance;
import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.core.annotation.AliasFor;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.validation.annotation.Validated;
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
@RequestMapping("/api/admin")
@Validated
@RequiredArgsConstructor
public class StaffController {

    private static final String LOGIN = "^[a-z]{3,20}$";

    private final StaffAccountService accounts;
    private final Maintenance maintenance;
    private final AuditEventRepository audit;

    @AdminPost("/staff")
    @ResponseStatus(HttpStatus.CREATED)
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public void open(@Valid @RequestBody StaffAccountService.NewStaff draft) {
        accounts.open(draft);
    }

    @AdminPost("/staff/{login}/password")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public Map<String, String> resetPassword(@PathVariable @Pattern(regexp = LOGIN) String login) {
        String temporaryPassword = accounts.resetPassword(login);
        // expect CSQA-C3-secret-in-response
        return Map.of("login", login, "temporaryPassword", temporaryPassword);
    }

    @AdminPost("/staff/{login}/invitation")
    // expect CSQA-F2-untested-guard
    public Map<String, String> invite(@PathVariable @Pattern(regexp = LOGIN) String login) {
        accounts.invite(login);
        // silent CSQA-C3-secret-in-response
        return Map.of("login", login, "state", "invited");
    }

    @PutMapping("/staff/{login}/role")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public void changeRole(@PathVariable @Pattern(regexp = LOGIN) String login,
            @RequestParam StaffAccountService.Role role, Authentication admin) {
        accounts.changeRole(login, role);
        audit.add(new AuditEvent(admin.getName(), "ROLE_CHANGED", "login=" + login, "role=" + role));
    }

    @PostMapping("/backups")
    @ResponseStatus(HttpStatus.ACCEPTED)
    // silent CSQA-B1-thin-defence
    // silent CSQA-B2-privileged-near-public: only administrators start a process
    // expect CSQA-F2-untested-guard
    public void backUp(@RequestParam @Pattern(regexp = "^[a-z_]{3,30}$") String schema) throws IOException {
        maintenance.backUp(schema);
    }

    /** A POST that only administrators may send, whatever the path rules say. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @RequestMapping(method = RequestMethod.POST)
    @PreAuthorize("hasRole('ADMIN')")
    @interface AdminPost {

        @AliasFor(annotation = RequestMapping.class, attribute = "path")
        String[] value() default {};
    }
}
