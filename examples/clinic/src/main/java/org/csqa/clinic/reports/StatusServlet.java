package org.csqa.clinic.reports;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.csqa.clinic.visits.VisitRepository;
import org.springframework.dao.DataAccessException;

/** Older than the rest: the phone system polls it. */
@WebServlet(urlPatterns = "/legacy/status")
@RequiredArgsConstructor
public class StatusServlet extends HttpServlet {

    private final transient VisitRepository visits;

    @Override
    // silent CSQA-A1-public-entry-point: the last path rule asks for a login
    // expect CSQA-B1-thin-defence
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try {
            response.getWriter().println("visits " + visits.count());
        } catch (DataAccessException failure) {
            // expect CSQA-C2-exception-detail-in-response
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, failure.getMessage());
        }
    }
}
