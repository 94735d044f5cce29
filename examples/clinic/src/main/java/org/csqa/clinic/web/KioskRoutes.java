package org.csqa.clinic.web;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.labels.LabelLayout;
import org.csqa.clinic.visits.Visit;
import org.csqa.clinic.visits.VisitRepository;
import org.csqa.clinic.visits.VisitService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The touch screen in the waiting room: nobody logs in there. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
public class KioskRoutes {

    public static final String PATH = "/kiosk";

    private final VisitService visits;
    private final VisitRepository waiting;

    @Bean
    RouterFunction<ServerResponse> kiosk() {
        return route()
                .path(PATH, builder -> builder
                        .POST("/check-in", this::checkIn)
                        .GET("/queue", request -> queue(request)))
                .build();
    }

    // expect CSQA-A1-public-entry-point
    // expect CSQA-A1-unvalidated-input: the body is bound and never checked
    // expect CSQA-A3-loose-input: a whole request says nothing of what it takes
    // expect CSQA-B1-thin-defence
    // expect CSQA-B2-privileged-near-public: one hop from the screen to a write
    // expect CSQA-B3-uneven-protection: the same save stands behind three checks in VisitController
    ServerResponse checkIn(ServerRequest request) throws ServletException, IOException {
        var arrival = request.body(VisitService.OpenVisit.class);
        Visit visit = visits.open(arrival);
        return ServerResponse.ok().body(Map.of("label", LabelLayout.ticket(visit.ticket())));
    }

    // expect CSQA-A1-public-entry-point
    // expect CSQA-B1-thin-defence
    // expect CSQA-B3-uneven-protection: the list of VisitController reads the same rows behind a role
    // silent CSQA-B2-privileged-near-public: it only reads
    ServerResponse queue(ServerRequest request) {
        var names = waiting.findByStatus(Visit.Status.WAITING).stream().map(Visit::ticket).toList();
        return ServerResponse.ok().body(names);
    }
}
