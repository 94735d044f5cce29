package org.csqa.clinic.visits;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import lombok.Data;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Server-rendered pages of the reception desk. */
@Controller
@RequestMapping("/visits")
@RequiredArgsConstructor
public class VisitPageController {

    private static final String FORM = "visits/form";

    private final VisitService standard;
    private final VisitRepository visits;

    @GetMapping("/new")
    public String blank(Model model) {
        model.addAttribute("visit", new VisitForm());
        return FORM;
    }

    @PostMapping
    // silent CSQA-A1-unvalidated-input
    // expect CSQA-B1-thin-defence: a login and a check, no role
    // expect CSQA-F2-untested-guard
    // expect CSQA-B1-no-authorization
    public String submit(@Valid @ModelAttribute("visit") VisitForm form, BindingResult errors) {
        if (errors.hasErrors()) {
            return FORM;
        }
        Visit visit = standard.open(new VisitService.OpenVisit(form.getPatientId(), form.getReason()));
        return "redirect:/visits/" + visit.getId();
    }

    @PostMapping("/{id}/remarks")
    // expect CSQA-B1-thin-defence: a login, and nobody looks at the text
    // silent CSQA-B2-privileged-near-public: a login is needed
    // expect CSQA-B1-no-authorization
    public String remark(@PathVariable long id, @ModelAttribute RemarkForm form) {
        visits.updateRemarks(id, form.getText());
        return "redirect:/visits/" + id;
    }

    @Data
    public static class VisitForm {

        @Positive
        private long patientId;

        @NotBlank(message = "{visit.reason.missing}")
        @Size(max = 500)
        private String reason;
    }

    @Data
    public static class RemarkForm {

        private String text;
    }
}
