package org.muniment.server.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Sends items over one connection and counts what became of them. What may pass by itself is tried again: sending an
 * item twice adds nothing. Not thread-safe.
 */
final class ItemSender implements Closeable {
    private static final int ATTEMPTS = 5;
    private static final int CUT_CONNECTIONS = 2;
    private static final long LONGEST_PAUSE_SECONDS = 30;

    private final Server server;
    private final String path;
    private final Balance balance;
    private final FailureReport report;

    ItemSender(Server server, String importId, Balance balance, FailureReport report) {
        this.server = server;
        this.path = "/imports/" + Server.encoded(importId) + "/items";
        this.balance = balance;
        this.report = report;
    }

    /**
     * Sends and returns when everything in it is durable.
     *
     * @throws CliException if the server does not take it
     */
    void send(HttpConnection.Body body, List<ItemBatch.Label> labels) throws IOException {
        List<Json> outcomes = answered(body).get("outcomes").list();
        if (outcomes.size() != labels.size()) {
            throw new CliException(
                    ExitCode.FAILED,
                    "The server answered for " + outcomes.size() + " items of " + labels.size()
                            + "; it does not fit this command line. Use the same version of both.");
        }
        for (int i = 0; i < labels.size(); i++) {
            count(outcomes.get(i), labels.get(i));
        }
    }

    private void count(Json outcome, ItemBatch.Label label) throws IOException {
        String what = outcome.get("outcome").text();
        balance.count(what, outcome.get("id").text(), outcome.get("already").yes());
        if (what.equals("failed")) {
            report.add(new FailureReport.Failure(
                    label.path(), label.position(), outcome.get("detail").text()));
        }
    }

    private Json answered(HttpConnection.Body body) throws IOException {
        int cut = 0;
        for (int attempt = 1; ; attempt++) {
            try {
                return server.call("POST", path, ItemBatch.MEDIA_TYPE, body).json();
            } catch (CliException e) {
                cut += e instanceof Refusal ? 0 : 1;
                if (attempt == ATTEMPTS || cut > CUT_CONNECTIONS || !passes(e)) {
                    throw e;
                }
                pause(e, attempt);
            }
        }
    }

    /** A full store or a server that is gone stays so; a busy one or a cut connection does not. */
    private static boolean passes(CliException e) {
        return e.exitCode() == ExitCode.TRY_AGAIN
                && !(e instanceof NotRunningException)
                && !(e instanceof Refusal refusal && refusal.code().equals("storage-full"));
    }

    private static void pause(CliException e, int attempt) throws CliException {
        long asked = e instanceof Refusal refusal ? refusal.retryAfterSeconds() : 0;
        long seconds = Math.min(LONGEST_PAUSE_SECONDS, asked >= 0 ? asked : 1L << attempt);
        try {
            Thread.sleep(seconds * 1_000);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
