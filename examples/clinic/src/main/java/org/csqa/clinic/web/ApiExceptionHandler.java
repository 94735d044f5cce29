package org.csqa.clinic.web;

import jakarta.persistence.EntityNotFoundException;
import jakarta.validation.ConstraintViolationException;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@Slf4j
@RestControllerAdvice
@RequiredArgsConstructor
public class ApiExceptionHandler {

    private final MessageSource messages;

    @ExceptionHandler(DataAccessException.class)
    public ProblemDetail databaseFailed(DataAccessException failure) {
        // expect CSQA-C2-exception-detail-in-response: the message quotes SQL and constraint names
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, failure.getMessage());
    }

    @ExceptionHandler(Exception.class)
    public ProblemDetail unexpected(Exception failure, Locale locale) {
        log.error("Unexpected failure", failure);
        String detail = messages.getMessage("error.unexpected", null, locale);
        // silent CSQA-C2-exception-detail-in-response
        return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, detail);
    }

    @ExceptionHandler(MethodArgumentNotValidException.class)
    public ProblemDetail invalid(MethodArgumentNotValidException failure) {
        String fields = failure.getBindingResult().getFieldErrors().stream()
                .map(FieldError::getField)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, "Not valid: " + fields);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    public ProblemDetail outOfBounds(ConstraintViolationException failure) {
        log.debug("{} parameters are out of bounds", failure.getConstraintViolations().size());
        return ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(EntityNotFoundException.class)
    @ResponseStatus(HttpStatus.NOT_FOUND)
    public void notFound() {
        log.debug("Asked for a record that does not exist");
    }

    @ExceptionHandler(AccessDeniedException.class)
    public void forbidden(AccessDeniedException denied) {
        throw denied;
    }
}
