package org.csqa.clinic.labels;

/** Lays out the small labels of the printer at the entrance. */
// expect CSQA-F1-untested-module: this module has no test at all
public final class LabelLayout {

    private static final int WIDTH = 24;

    private LabelLayout() {
    }

    public static String ticket(String number) {
        int left = Math.max(0, (WIDTH - number.length()) / 2);
        return "^FO%d,2^FD%s^FS".formatted(left, number.replace('^', ' '));
    }
}
