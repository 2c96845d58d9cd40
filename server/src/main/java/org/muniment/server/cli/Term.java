package org.muniment.server.cli;

/** How long the service goes on, in words. */
final class Term {
    private Term() {}

    /** {@code until 2027-12-31}, {@code ENDS in 12 days, its last day is 2026-12-31}; empty where no end is agreed. */
    static String of(Json service) {
        String day = service.get("last_day").text();
        return switch (service.get("state").text()) {
            case "ended" -> "ENDED on " + day + ", nothing is archived";
            case "ending" -> {
                String left = Texts.count(service.get("days_left").number(), "day");
                yield "ENDS in " + left + ", its last day is " + day;
            }
            default -> day.isEmpty() ? "" : "until " + day;
        };
    }

    /** Whether somebody should do something about it. */
    static boolean isTrouble(Json service) {
        String state = service.get("state").text();
        return state.equals("ended") || state.equals("ending");
    }
}
