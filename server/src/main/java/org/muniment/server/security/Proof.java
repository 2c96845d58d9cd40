package org.muniment.server.security;

import org.muniment.server.factors.ConsoleHost;

/** What somebody shows to prove who she is. None of them ever shows itself in a log. */
public sealed interface Proof {

    /** The password. */
    record Password(String password) implements Proof {
        @Override
        public String toString() {
            return "Password";
        }
    }

    /** Six digits of an authenticator app. */
    record Code(String code) implements Proof {
        @Override
        public String toString() {
            return "Code";
        }
    }

    /** One of the codes for who has lost the authenticator. */
    record RecoveryCode(String code) implements Proof {
        @Override
        public String toString() {
            return "RecoveryCode";
        }
    }

    /**
     * What an authenticator answered.
     *
     * @param assertion in the JSON form of WebAuthn
     * @param host where the browser was
     */
    record Passkey(String assertion, ConsoleHost host) implements Proof {
        @Override
        public String toString() {
            return "Passkey";
        }
    }

    /** As the archive log names it. */
    default String word() {
        return switch (this) {
            case Password _ -> "password";
            case Code _ -> "totp";
            case RecoveryCode _ -> "recovery code";
            case Passkey _ -> "passkey";
        };
    }
}
