package org.csqa.clinic.visits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/visits")
@Validated
public class VisitController {

    private final VisitService standard;
    private final VisitService emergency;
    private final VisitRepository visits;

    public VisitController(VisitService standard, @Qualifier("emergency") VisitService emergency,
            VisitRepository visits) {
        this.standard = standard;
        this.emergency = emergency;
        this.visits = visits;
    }

    @GetMapping
    // silent CSQA-B1-thin-defence
    public List<Visit> list(@RequestParam(defaultValue = "WAITING") Visit.Status status,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return visits.findByStatus(status).stream().limit(limit).toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    // silent CSQA-B1-thin-defence
    // silent CSQA-F2-untested-guard
    public Visit open(@Valid @RequestBody VisitService.OpenVisit request) {
        return standard.open(request);
    }

    @PostMapping("/emergency")
    @ResponseStatus(HttpStatus.CREATED)
    // silent CSQA-B1-thin-defence
    public Visit openEmergency(@Valid @RequestBody VisitService.OpenVisit request) {
        return emergency.open(request);
    }

    @PostMapping("/{id}/close")
    // silent CSQA-B1-thin-defence
    public void close(@PathVariable @Positive @Max(Integer.MAX_VALUE) long id) {
        standard.close(id);
    }
}
