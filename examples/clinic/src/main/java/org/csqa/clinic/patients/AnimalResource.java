package org.csqa.clinic.patients;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import lombok.RequiredArgsConstructor;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.stereotype.Component;

/** The exchange format that other clinics read, kept on JAX-RS because their generator needs it. */
@Component
@Path("/animals")
@Produces(MediaType.APPLICATION_JSON)
@RequiredArgsConstructor
public class AnimalResource {

    private final PatientRepository patients;

    @GET
    @Path("/{chip}")
    // silent CSQA-B1-thin-defence
    // expect CSQA-F2-untested-guard
    public Animal byChip(@PathParam("chip") @ChipNumber String chip) {
        return patients.findByChipAndArchivedFalse(chip)
                .map(Animal::of)
                .orElseThrow(NotFoundException::new);
    }

    public record Animal(String identifier, String name, String group) {

        static Animal of(Patient patient) {
            return new Animal(patient.getChip(), patient.getName(), patient.getSpecies().latinGroup());
        }
    }

    @Component
    @ApplicationPath("/fhir")
    static class Registration extends ResourceConfig {

        Registration() {
            register(AnimalResource.class);
        }
    }
}
