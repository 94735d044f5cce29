package org.csqa.clinic.web;

/** Path prefixes that controllers and the security rules share. */
public final class ApiPaths {

    public static final String API = "/api";
    public static final String PUBLIC = API + "/public";
    public static final String ADMIN = API + "/admin";
    public static final String PATIENTS = API + "/patients";
    public static final String VISITS = API + "/visits";
    public static final String INVOICES = API + "/invoices";
    public static final String REPORTS = API + "/reports";
    public static final String KIOSK = "/kiosk";

    private ApiPaths() {
    }
}
