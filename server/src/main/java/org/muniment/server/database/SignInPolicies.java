package org.muniment.server.database;

/** How the people of each organisation sign in. Thread-safe. */
public final class SignInPolicies {
    private final Database database;

    public SignInPolicies(Database database) {
        this.database = database;
    }

    /** The policy of an organisation. */
    public SignInPolicy of(String organisation) {
        return database.jdbc()
                .sql(
                        "select second_factor, idle_minutes, session_hours, reason_required from organisation where id = ?")
                .param(organisation)
                .query((row, _) -> new SignInPolicy(
                        SecondFactor.of(row.getString("second_factor")),
                        row.getInt("idle_minutes"),
                        row.getInt("session_hours"),
                        row.getBoolean("reason_required")))
                .single();
    }

    /** Keeps a policy in place of the one before. */
    public void keep(String organisation, SignInPolicy policy) {
        database.jdbc()
                .sql(
                        "update organisation set second_factor = ?, idle_minutes = ?, session_hours = ?, reason_required = ?"
                                + " where id = ?")
                .param(policy.secondFactor().key())
                .param(policy.idleMinutes())
                .param(policy.sessionHours())
                .param(policy.reasonRequired())
                .param(organisation)
                .update();
    }
}
