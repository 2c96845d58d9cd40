// Made by "npm run types" from the contract, openapi.yaml; do not edit.

export interface paths {
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the archive still waits to be set up
         * @description 404 as soon as it is set up.
         */
        get: operations["setUpState"];
        put?: never;
        /**
         * Set the organisation up, once
         * @description Needs the set-up code that the server printed (header `Setup-Code`), or the token of the machine. With the code the
         *     answer signs the postmaster in (session cookie). Archiving stays off.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was filled in so far, without passwords
         * @description Also tells whether the code is right; a wrong one is answered 401, and after some 429.
         */
        get: operations["setUpDraft"];
        /** Keep what was filled in */
        put: operations["saveSetUpDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check the fields of a step
         * @description Takes any part of the set-up; what is left out is not complained about.
         */
        post: operations["checkSetUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description `kind: token` (preset) answers with a token for programs; `kind: cookie` sets a session cookie (HttpOnly,
         *     SameSite=Strict) and no token. Growing delays follow wrong passwords: 429 with `Retry-After`. Whoever needs a second
         *     factor and has none is signed in for nothing but enrolling one (`must_enrol`): everything outside `/me` is answered
         *     403 `second-factor-required`.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and how the console shall look to her */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change preferences (JSON merge patch) */
        patch: operations["changePreferences"];
        trace?: never;
    };
    "/sessions/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Second step of a sign-in
         * @description Takes the ticket of `POST /sessions` and exactly one of `code` (six digits of the authenticator app), `recovery_code`
         *     (each works once) and `passkey`. A wrong one can be tried again with the same ticket, five times in all and for five
         *     minutes; growing delays follow as after wrong passwords. A cookie or a token comes back as the first step asked for.
         */
        post: operations["proveSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/second-factor/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to use a passkey as second step */
        post: operations["secondFactorPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to sign in by a passkey alone */
        post: operations["passkeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by a passkey alone
         * @description The authenticator must have verified the person (PIN, finger, face); that is both factors in one.
         */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/ways": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a sign-in page shows besides address and password
         * @description Buttons for single sign-on; each leads a browser to the provider and back.
         */
        get: operations["signInWays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom an invitation is for */
        post: operations["checkInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the password of a person who was invited
         * @description Works once. Sign in afterwards with `POST /sessions`.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in, newest first */
        get: operations["mySessions"];
        put?: never;
        post?: never;
        /** End all my sessions but this one */
        delete: operations["endMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one of my sessions */
        delete: operations["endMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reauthentication": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who I am
         * @description Dangerous acts need a proof that is at most ten minutes old: the archive switch, whose mail is archived, the rules, closing archive accounts,
         *     organisations, the directory server, everything that changes somebody's role or sign-in, new tokens, one's own second factors, and the policy of
         *     signing in. The description of each says so; without the proof the answer is 403 `reauth-required`. Signing in is such a proof. Takes exactly one of `password`,
         *     `passkey`, and, from a person who has no password, `code`. Wrong proofs are throttled as wrong passwords are.
         */
        post: operations["reauthenticate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/reauthentication/passkey-options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the browser needs to prove it with a passkey */
        post: operations["reauthenticationPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/purpose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say why I read, for all that this session does
         * @description Stands in every entry of the archive log that the session writes, unless a request brings an `Audit-Reason` or `Audit-Case` of its own. Where the
         *     policy says `reason_required`, searches, messages and exports are answered 428 `reason-required` before a reason or a case is given.
         */
        put: operations["explainSession"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description My other sessions end. Whoever has no password here, but one at a directory server, changes it there (`conflict`).
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/notices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Do not show me this notice any more */
        delete: operations["dismissNotice"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My second factors */
        get: operations["mySecondFactor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to enrol an authenticator app
         * @description Needs a fresh proof (`reauth-required`). The secret is shown this once; nothing changes until the first code is confirmed,
         *     for which there are fifteen minutes.
         */
        post: operations["beginTotp"];
        /**
         * Remove my authenticator app
         * @description Needs a fresh proof (`reauth-required`). 409 where the policy requires a second factor and it is the only one.
         */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/totp:confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the authenticator app by its first code
         * @description Needs a fresh proof (`reauth-required`). It takes the place of the one before. From here on this session counts as signed in with two factors; my other sessions end.
         */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes; the old ones work no more
         * @description Needs a fresh proof (`reauth-required`).
         */
        post: operations["newRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What the browser needs to make a passkey
         * @description Needs a fresh proof (`reauth-required`).
         */
        post: operations["passkeyCreationOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol a passkey
         * @description Needs a fresh proof (`reauth-required`).
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/second-factor/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a passkey
         * @description Needs a fresh proof (`reauth-required`). 409 where the policy requires a second factor and it is the only one.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who has a role, and how they sign in */
        get: operations["admins"];
        put?: never;
        /**
         * Appoint a person
         * @description Needs a fresh proof (`reauth-required`). The person gets an invitation that is shown this once: hand it over, she sets her
         *     own password with it within seven days. A postmaster appoints to every role but operator, an archive administrator to
         *     reviewer alone.
         */
        post: operations["appointAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One person */
        get: operations["admin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a role
         * @description Needs a fresh proof. Takes effect at once, on sessions that run too. Granting oneself a role that reads mail needs
         *     `confirm_self: true`, is marked in the log and told to every administrator.
         */
        post: operations["grantRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a role away
         * @description Needs a fresh proof. The last postmaster, the last archive administrator and the last operator cannot lose theirs (409).
         */
        post: operations["revokeRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a person
         * @description Needs a fresh proof. Her sessions end and her tokens are not taken. The last active postmaster, archive administrator and operator cannot be suspended (409).
         */
        post: operations["suspendAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a suspended person in again
         * @description Needs a fresh proof.
         */
        post: operations["resumeAdmin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sessions of a person
         * @description Needs a fresh proof.
         */
        post: operations["endSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove all second factors of a person
         * @description Needs a fresh proof. For who lost the authenticator and the recovery codes; her sessions end. She enrols anew at her next sign-in. One person is enough for it in this version.
         */
        post: operations["resetSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admins/{id}:invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new invitation
         * @description Needs a fresh proof. For who has not accepted the one before, which works no more, or lost the password; the old password works until the new one is set.
         */
        post: operations["inviteAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How people of the organisation sign in */
        get: operations["signInPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change how people sign in
         * @description Needs a fresh proof. What is left out stays as it is. Holds at once, for running sessions too.
         */
        patch: operations["changeSignInPolicy"];
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My tokens for programs, newest first */
        get: operations["tokens"];
        put?: never;
        /**
         * Make a token for a program
         * @description Needs a fresh proof. The token is shown this once. It can never do more than its scopes and than its owner may at
         *     that moment, nor what needs a fresh proof, nor anything under `/me` but reading who it is.
         */
        post: operations["newToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke one of my tokens */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The archive in seven fields */
        get: operations["archiveSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Turn archiving on or off
         * @description Needs a fresh proof (`reauth-required`).
         */
        patch: operations["switchArchive"];
        trace?: never;
    };
    "/archive/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When archiving was on, newest first */
        get: operations["archivePeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sixteen archiving rules, what they did, and what is set of them */
        get: operations["archiveRules"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what is set of the rules
         * @description Needs a fresh proof (`reauth-required`). What is left out stays as it is. It counts for every mail from then on; what is archived already stays as it is.
         */
        patch: operations["changeArchiveRules"];
        trace?: never;
    };
    "/stats/ingest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages per day and what became of them */
        get: operations["ingestPerDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/archive/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose mail is archived, and which new accounts open by themselves */
        get: operations["archivePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change whose mail is archived
         * @description Needs a fresh proof (`reauth-required`), but for a preview. What is left out stays. `dry_run` changes nothing and tells what it would mean, in numbers. `seats-exceeded` if only opened accounts are to
         *     be archived while more are open than there are seats.
         */
        patch: operations["changeArchivePolicy"];
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Archive accounts, by address
         * @description With `Accept: text/csv` all of them as a table, without pages.
         */
        get: operations["archiveAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An archive account with all its openings and closings */
        get: operations["archiveAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts:history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which accounts were opened and closed, newest first
         * @description With `Accept: text/csv` all of it as a table, without pages.
         */
        get: operations["archiveAccountHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts:open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open archive accounts, all of them or none
         * @description `dry_run` changes nothing and tells what would happen. `seats-exceeded` if only opened accounts are archived and more would be open than there
         *     are seats; where whole domains are archived more may be open, and the summary says how many too many.
         */
        post: operations["openArchiveAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts:close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close archive accounts, all of them or none
         * @description Needs a fresh proof (`reauth-required`), but for a preview. Their new mail is not archived any more for their sake. What is archived stays, searchable,
         *     for its time. A reason is required.
         */
        post: operations["closeArchiveAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/stats/coverage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** On which days archiving was on, and what was not kept */
        get: operations["coveragePerDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search
         * @description A search is a search run: it has a number that can be cited, sees the archive as of one moment, and is an entry of the
         *     archive log. Give `query` (the query language) or `conditions` (the form), not both. The time range is required.
         */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/searches/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A page of what a search run found */
        get: operations["searchResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/searches/{id}/snippets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where the words of a search stand in messages of its result */
        post: operations["searchSnippets"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/query:parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Turn the query line into the form, and the form into the query line
         * @description Nothing is searched and nothing is logged. Give `query` or `conditions`.
         */
        post: operations["parseQuery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a message */
        get: operations["message"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The message as an inert page, for a sandboxed frame
         * @description Sanitised; nothing of it runs, nothing remote is loaded, no link leads anywhere. The answer's own content security policy
         *     keeps it so wherever it is opened.
         */
        get: operations["renderMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The text of a message */
        get: operations["messageText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/headers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The header section as written */
        get: operations["messageHeaders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The original, byte for byte
         * @description Takes `Range` (one range).
         */
        get: operations["messageRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/attachments/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An attachment, always as a download */
        get: operations["messageAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/evidence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Proof that the message is the one that was archived
         * @description Inclusion proof as in RFC 9162 section 2.1.3, under a signed checkpoint (C2SP tlog-checkpoint).
         */
        get: operations["messageEvidence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/sightings/{sighting}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One copy exactly as it came */
        get: operations["sightingRaw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export messages as one zip
         * @description Of a search run (`search_id`, exactly what it found), of a new search, or of chosen ids. With `Accept: application/zip` the zip follows at once;
         *     with `Accept: application/json` the answer names an address that gives the zip within an hour.
         */
        post: operations["createExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/{id}/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The zip of an export of one's own */
        get: operations["downloadExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin the upload of a file (tus 1.0)
         * @description Resumable uploads as in tus 1.0 with its creation and termination extensions: `Upload-Length` in bytes and `Upload-Metadata` with `filename` (base64), then PATCH
         *     in pieces; HEAD tells how far it came. What is not imported within a day is removed.
         */
        post: operations["createUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/uploads/{id}": {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @example upl_01J */
                id: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Give an upload up */
        delete: operations["dropUpload"];
        options?: never;
        /** How far an upload has come */
        head: operations["uploadOffset"];
        /** Send the next piece */
        patch: operations["continueUpload"];
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Imports, newest first */
        get: operations["imports"];
        put?: never;
        /**
         * Begin an import
         * @description With `uploads` the server reads the uploaded files (eml, mbox, zip or tar of those) as a job; without, the caller sends items itself
         *     (`/imports/{id}/items`). Refused while archiving is off unless `force` is set, with a reason. Giving the same mail again adds nothing.
         */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import and its balance */
        get: operations["import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What could not be imported, and why
         * @description At most 10,000 are kept; `Accept: text/csv` gives all of them as a table.
         */
        get: operations["importFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}:cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an import; what is archived stays */
        post: operations["cancelImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send items of an import (as the command line does)
         * @description A body of zero or more of: header length (32 bit, big-endian), header (JSON), length (64 bit), bytes of the mail. At most 1,000 items.
         *     The answer follows when all are durable; sending the same again changes nothing.
         */
        post: operations["importItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/finish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an import whose items the caller sent */
        post: operations["finishImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role brings */
        get: operations["roles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The archive log, newest first
         * @description Everything that was done: JSON in pages, or all that the filter finds as `text/csv` (UTF-8 with byte order mark) or `application/x-ndjson`. Who may not
         *     read all of the log reads his own entries. With `after` entries come in the order of the log, behind the one that is named; with `follow` the lines go on
         *     as entries are written, for half an hour. Reading is itself an entry, one per request.
         */
        get: operations["archiveLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The types of entries and how many there are of each
         * @description To who reads only his own entries the counts are 0. Not logged, for nothing that was done is told.
         */
        get: operations["archiveLogTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare the log with its copy in the database and with the evidence log
         * @description The log lies in the store; the database only holds a copy for filtering. Every entry is read from the store, proven under the newest checkpoint and compared
         *     with the copy; the first difference is named. One at a time.
         */
        get: operations["compareArchiveLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All of an entry, with the proof that it is in the log */
        get: operations["archiveLogEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/log:rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the database's copy of the log again
         * @description 409 while the log is being compared.
         */
        post: operations["rebuildArchiveLog"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The organisations of this machine, the default one first
         * @description What was agreed with each, and how much it has archived; nothing of any mail.
         */
        get: operations["organisations"];
        put?: never;
        /**
         * Make a further organisation
         * @description Needs a fresh proof (`reauth-required`) of a person; the machine needs none. Makes its store and keys and opens its archive at once; archiving stays off until its archive administrator turns it on. The
         *     postmaster is its first person and appoints the others; give the initial password to nobody else, and have it changed.
         *     The whole organisation is there or nothing of it, also after a crash. Logged in the default organisation's archive;
         *     the log of the new one begins with `system.setup`.
         */
        post: operations["newOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Set what was agreed with an organisation
         * @description Needs a fresh proof (`reauth-required`) of a person; the machine needs none. A JSON merge patch: what is left out stays, `null` takes a limit or an end away. A new retention counts for mail that comes from
         *     then on; mail that is there keeps the day on which it is due. After the last day of the service (UTC) archiving is turned off;
         *     nothing is deleted. Domains are changed by the organisation's own postmaster (`/domains`). Logged in the default
         *     organisation's archive and in that of the organisation.
         */
        patch: operations["changeOrganisation"];
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The organisation's mail domains */
        get: operations["domains"];
        put?: never;
        /**
         * Add a mail domain
         * @description Mail in which it takes part is archived from then on. A domain belongs to one organisation; an alias has the mailboxes of another domain under its own name. A domain with letters beyond ASCII is added in both its forms (RFC 5890), the other one as an alias of the given one.
         */
        post: operations["addDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a mail domain
         * @description Refused while accounts have addresses of it, while archive accounts of it are open, while another domain stands for it, and for the last one. Both forms of a domain go together. What is archived stays.
         */
        delete: operations["removeDomain"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tree of departments, level by level or whole
         * @description `parent` gives what lies directly below a department, `parent=top` the top; without it the whole tree is answered. `text` finds by name, at most 200.
         */
        get: operations["departments"];
        put?: never;
        /** Add a department */
        post: operations["addDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/departments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A department */
        get: operations["department"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename or move a department; its id stays */
        patch: operations["changeDepartment"];
        trace?: never;
    };
    "/departments/{id}:merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merge a department into another one
         * @description Whoever is in it is in the other from now on, and what lay below it lies below the other. It stays as a closed department below the
         *     other, so that who was in it when is still known.
         */
        post: operations["mergeDepartment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts of the directory, by address */
        get: operations["directoryAccounts"];
        put?: never;
        /** Add an account */
        post: operations["addDirectoryAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An account */
        get: operations["directoryAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an account
         * @description What is left out stays. An account is never removed: `deleted` says that it has left. It comes back with another state, into the
         *     departments where it was last unless others are given.
         */
        patch: operations["changeDirectoryAccount"];
        trace?: never;
    };
    "/directory/accounts/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an account was from when until when, and which addresses it had */
        get: operations["directoryAccountHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/suggest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was meant, perhaps, while somebody types
         * @description Departments first, then accounts whose address or name begins so, then those in which it occurs; those that have left too, with their state.
         */
        get: operations["directorySuggest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/unknown": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Addresses of own domains that were seen in mail and belong to no account
         * @description At most 100,000 are looked at.
         */
        get: operations["unknownAddresses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/unknown:adopt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make accounts of addresses that were seen in mail */
        post: operations["adoptAddresses"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports and syncs of the directory, newest first
         * @description At most 100; of the last ten, and of those that can still be applied (at most 50), the single changes are kept.
         */
        get: operations["directoryImports"];
        put?: never;
        /**
         * Read a table of accounts and show what it would change
         * @description CSV with a header row: `address` (required), `name`, `department` (`Sales/North`, several separated by `;`), `aliases`, `state`, `id`. What has no column stays as it is. At most 32 MiB.
         *     The answer is a plan; nothing is changed before it is applied. With `dry_run=false` it is applied at once, unless it has to be confirmed.
         *     One wrong line refuses all of it: each error names line and column.
         */
        post: operations["importDirectory"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import */
        get: operations["directoryImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/imports/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What an import changes, line by line */
        get: operations["directoryImportChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/imports/{id}:apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do exactly what an import says
         * @description 409 when the directory has changed since it was made, and when it has to be confirmed and `confirm` is not true.
         */
        post: operations["applyDirectoryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/imports/{id}:discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Discard an import */
        post: operations["discardDirectoryImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/syncs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the last readings of the directory server went, newest first
         * @description At most 100.
         */
        get: operations["directorySyncs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/syncs/ldap": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** From which directory server accounts are read */
        get: operations["directorySync"];
        /**
         * Set from which directory server accounts are read
         * @description Needs a fresh proof (`reauth-required`): whoever sets the server may decide who signs in. The password is kept encrypted and never told. Without one the old one stays, unless the server or the name is another one.
         */
        put: operations["setDirectorySync"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/syncs/ldap:test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try settings without keeping them
         * @description Connects, encrypts, signs in and reads one page; tells how far it came, and shows some of the accounts. Without a password the one that is kept is used, unless the server or the name is another one.
         */
        post: operations["testDirectorySync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/directory/syncs/ldap:run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read the directory server now
         * @description Answers when it is done. What fails or would be read in part changes nothing. `waiting` means that the import it names has to be confirmed.
         */
        post: operations["runDirectorySync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens, as it happens (server-sent events)
         * @description `status` (as `/status`, when it changed, at most once a second), `received` (time and client of the newest mail that came in; the postmaster
         *     sees no more of it), `import` (an import's progress, for archive administrators), `archive` (the switch was turned). A comment line every 15 seconds keeps the connection.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How everything is doing */
        get: operations["status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/integrity/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check everything that is stored
         * @description Lines of progress, then one line with the result.
         */
        post: operations["verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/index:rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the search index again from the store */
        post: operations["rebuildIndex"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        LogLine: {
            id: string;
            /** @description 1 for the first entry of the log. */
            place: number;
            /** Format: date-time */
            time: string;
            /** @description An address, `os:<user>`, `system`, or `unknown` for who could not sign in. */
            administrator: string;
            ip: string | null;
            type: string;
            /** @description What was done, in the language of `Accept-Language`. */
            sentence: string;
            /** @description The id of what it is about. */
            object: string | null;
            reason: string | null;
            case: string | null;
            /** @enum {unknown} */
            result: "ok" | "failed" | "denied";
        };
        LogPage: {
            data: components["schemas"]["LogLine"][];
            next_cursor: string | null;
            /** Format: date-time */
            as_of: string;
            /** @description Counted up to 10,000; with keywords, case, IP, result or reason among the newest 10,000 or so entries that may pass. `gte` says that there may be more. */
            total: {
                value: number;
                /** @enum {unknown} */
                relation: "eq" | "gte";
            };
            /** @description All entries that the reader may read. */
            entries: number;
            audit_entry: string;
        };
        LogEntry: {
            id: string;
            /** @description 0 if the database has lost the entry. */
            place: number;
            /** Format: date-time */
            time: string;
            administrator: string;
            ip: string | null;
            type: string;
            sentence: string;
            object: string | null;
            reason: string | null;
            case: string | null;
            /** @enum {unknown} */
            result: "ok" | "failed" | "denied";
            /** @description All details; names of attachments only for who may see what is in mail. */
            detail: {
                [key: string]: string;
            };
            before: {
                [key: string]: string;
            };
            after: {
                [key: string]: string;
            };
            evidence: components["schemas"]["LogProof"];
        };
        LogProof: {
            /** @description Whether the newest checkpoint covers the entry; within a minute one does. */
            covered: boolean;
            leaf_index: number;
            leaf_hash: string;
            tree_size: number;
            root_hash: string;
            path: string[];
            /** @description The signed note. */
            checkpoint: string;
        };
        LogTypes: {
            data: {
                type: string;
                group: string;
                count: number;
            }[];
            /** @description Who stands in the log. */
            administrators: string[];
        };
        LogComparison: {
            intact: boolean;
            /** @description How many were compared. */
            entries: number;
            tree_size: number;
            /** @description The first one. */
            difference: null | {
                /**
                 * @description `missing`: the database has lost the entry; `extra`: the store has none such; `unproven`: the evidence log contradicts it.
                 * @enum {unknown}
                 */
                kind: "missing" | "changed" | "extra" | "unproven";
                entry: string;
                place: number;
                fields: string[];
            };
        };
        Problem: {
            /** @description A page about this kind of problem. */
            type: string;
            title: string;
            status: number;
            /** @description What is wrong, where, and what to do. */
            detail: string;
            instance?: string;
            /** @enum {unknown} */
            code: "invalid-request" | "query-syntax" | "time-range-required" | "not-authenticated" | "forbidden" | "csrf" | "second-factor-required" | "reauth-required" | "not-found" | "conflict" | "archive-disabled" | "seats-exceeded" | "not-set-up" | "too-large" | "rate-limited" | "range-not-satisfiable" | "reason-required" | "internal" | "audit-unavailable" | "unavailable" | "storage-full";
            trace_id: string;
            /** @description Of the fault in a query, counted in characters from 0. */
            position?: number;
            errors?: components["schemas"]["Fault"][];
        };
        Fault: {
            /** @description JSON pointer to the field. */
            pointer: string;
            /** @description required, invalid, unknown, too-long, … */
            code: string;
            /** @description One sentence for the reader. */
            detail?: string;
        };
        SignInWays: {
            single_sign_on: {
                /** @description As people know the provider. */
                name: string;
                /** @description Where it begins, on this server. */
                url: string;
            }[];
        };
        /** @enum {unknown} */
        Role: "operator" | "postmaster" | "archive_administrator" | "auditor" | "reviewer";
        SetUpState: {
            /** @constant */
            needed: true;
        };
        NewPerson: {
            address: string;
            password: string;
        };
        SetUp: {
            organisation: string;
            domains: string[];
            postmaster: components["schemas"]["NewPerson"];
            /** @description May be the same person; that is written into the log. */
            archive_administrator: components["schemas"]["NewPerson"];
            /**
             * @description Of everyone whose role reads mail; `optional` is a choice that is logged.
             * @default required
             * @enum {unknown}
             */
            second_factor: "optional" | "required";
            /** @default 5 */
            retention_years: number;
        };
        SetUpPart: {
            organisation?: string;
            domains?: string[];
            postmaster?: components["schemas"]["NewPerson"];
            /** @description May be the same person; that is written into the log. */
            archive_administrator?: components["schemas"]["NewPerson"];
            /**
             * @description Of everyone whose role reads mail; `optional` is a choice that is logged.
             * @default required
             * @enum {unknown}
             */
            second_factor: "optional" | "required";
            /** @default 5 */
            retention_years: number;
        };
        SetUpDraft: {
            step?: number;
            language?: string;
            time_zone?: string;
            organisation?: string;
            domains?: string[];
            postmaster_address?: string;
            archive_administrator_address?: string;
            alone?: boolean;
            second_factor?: string;
            retention_years?: number;
        };
        SetUpDone: {
            organisation_id: string;
            name: string;
            domains: string[];
            retention_years: number;
            second_factor: string;
            /** @description Whether postmaster and archive administrator are one person. */
            one_person: boolean;
        };
        SignIn: {
            address: string;
            password: string;
            /**
             * @default token
             * @enum {unknown}
             */
            kind: "token" | "cookie";
        };
        Person: {
            address: string;
            roles: components["schemas"]["Role"][];
            /** @description What this session or token allows, such as `messages:read`: what the roles bring, none while a second factor has to be enrolled first, and of a token its scopes alone. */
            capabilities: string[];
        };
        Session: {
            /** @description Shown this once; only for `kind` token. */
            token?: string;
            /** Format: date-time */
            expires_at: string;
            person: components["schemas"]["Person"];
            /** @description This session may do nothing but enrol a second factor. */
            must_enrol: boolean;
            last_sign_in?: components["schemas"]["LastSignIn"];
        };
        LastSignIn: {
            /** Format: date-time */
            at: string;
            client: string;
        } | null;
        Me: {
            person: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description Of the session; null for a token of a program.
             */
            expires_at: string | null;
            /** @description This session may do nothing but enrol a second factor. */
            must_enrol: boolean;
            /**
             * Format: date-time
             * @description Until then dangerous acts do not ask for the password again.
             */
            fresh_until: string | null;
            /** @description What `POST /me/reauthentication` takes from me here, the best first. Empty: only signing out and in again proves it, as for who comes through an identity provider and has enrolled nothing. */
            proof_ways: ("password" | "passkey" | "totp")[];
            /** @description What every administrator is to know; shown until dismissed. */
            notices: components["schemas"]["Notice"][];
            purpose: components["schemas"]["Purpose"];
            last_sign_in?: components["schemas"]["LastSignIn"];
            organisation: {
                id: string;
                name: string;
                domains: string[];
            };
            preferences: components["schemas"]["Preferences"];
        };
        /** @description Why somebody reads, a reason, a case, or both. */
        Purpose: {
            reason?: string | null;
            case?: string | null;
        };
        /** @description A field that was never set is left out; `null` in a change takes it back. */
        Preferences: {
            /** @enum {string|null} */
            language?: "en" | "zh-CN" | null;
            /** @enum {string|null} */
            theme?: "light" | "dark" | "system" | null;
            /** @enum {string|null} */
            density?: "normal" | "compact" | null;
            time_zone?: string | null;
            /** @enum {string|null} */
            search_view?: "list" | "right" | "bottom" | null;
            columns?: string[] | null;
            /** @description Whether single letters are shortcuts. */
            single_keys?: boolean | null;
        };
        SignInStep: {
            /** @description Good for the second step alone, for five minutes. */
            ticket: string;
            /** Format: date-time */
            expires_at: string;
            /** @description What this person can prove it with, the best first. */
            methods: ("passkey" | "totp" | "recovery_code")[];
        };
        Ticket: {
            ticket: string;
        };
        SecondStep: {
            ticket: string;
            code?: string;
            recovery_code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
        };
        PasskeyRequest: {
            /** @description `PublicKeyCredentialRequestOptions` in the JSON form of WebAuthn level 3, names as there (camelCase): for `PublicKeyCredential.parseRequestOptionsFromJSON`. */
            public_key: Record<string, never>;
        };
        PasskeyCreation: {
            /** @description `PublicKeyCredentialCreationOptions` in the JSON form of WebAuthn level 3: for `PublicKeyCredential.parseCreationOptionsFromJSON`. */
            public_key: Record<string, never>;
        };
        /** @description What `navigator.credentials.get` gave, by `toJSON()`: `id`, `rawId`, `type`, `response`, … as there. */
        PasskeyAssertion: Record<string, never>;
        PasskeySignIn: {
            passkey: components["schemas"]["PasskeyAssertion"];
            /**
             * @default token
             * @enum {unknown}
             */
            kind: "token" | "cookie";
        };
        NewPasskey: {
            /** @description For the person: which key it is. */
            name: string;
            /** @description What `navigator.credentials.create` gave, by `toJSON()`. */
            credential: Record<string, never>;
        };
        InvitationCode: {
            code: string;
        };
        InvitationAccepted: {
            code: string;
            password: string;
        };
        InvitationFor: {
            address: string;
            name: string;
            organisation: string;
            /** Format: date-time */
            expires_at?: string | null;
        };
        MySession: {
            id: string;
            /**
             * @description `cookie`: the console; `token`: the command line or another program.
             * @enum {unknown}
             */
            kind: "token" | "cookie";
            /** @description The address it was begun from. */
            client: string | null;
            /** Format: date-time */
            began: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            last_used: string;
            /** Format: date-time */
            expires_at: string;
            /** @description Whether it was begun with two factors. */
            second_factor: boolean;
            /** @description It is the one that asks. */
            current: boolean;
        };
        Proof: {
            password?: string;
            code?: string;
            passkey?: components["schemas"]["PasskeyAssertion"];
        };
        Proven: {
            /**
             * Format: date-time
             * @description Until then dangerous acts do not ask again.
             */
            fresh_until: string;
        };
        PasswordChange: {
            old_password: string;
            new_password: string;
        };
        MySecondFactor: {
            /** @description Whether the policy asks it of me. */
            required: boolean;
            totp: {
                /** Format: date-time */
                enrolled: string;
            } | null;
            passkeys: components["schemas"]["Passkey"][];
            recovery_codes_left: number;
        };
        Passkey: {
            id: string;
            name: string;
            /** Format: date-time */
            enrolled: string;
            /** Format: date-time */
            last_used: string | null;
        };
        TotpSecret: {
            /** @description Base32, to be typed. */
            secret: string;
            /** @description `otpauth://totp/…`, for a QR code that is drawn in the browser. */
            uri: string;
            /** Format: date-time */
            expires_at: string;
        };
        RecoveryCodes: {
            /** @description Each works once, in place of the authenticator. */
            recovery_codes: string[];
        };
        Enrolled: {
            second_factor: components["schemas"]["MySecondFactor"];
            /** @description Ten, shown this once, with the first factor; null with a further one. */
            recovery_codes: string[] | null;
        };
        Notice: {
            id: string;
            /**
             * @description Further kinds may come. The third is about a person who had signed in before. The last is about the directory server whose passwords are taken.
             * @enum {unknown}
             */
            kind: "self-appointment" | "second-factor-reset" | "new-invitation" | "sign-in-server";
            /** Format: date-time */
            at: string;
            /** @description Who did it. */
            who: string;
            /** @description Whom it is about; of `sign-in-server`, the server: `ldaps://ldap.example.org:636`. */
            address: string;
            role: string | null;
        };
        Admin: {
            id: string;
            address: string;
            name: string;
            roles: components["schemas"]["Role"][];
            /**
             * @description `invited`: she has set no password yet.
             * @enum {unknown}
             */
            state: "invited" | "active" | "suspended";
            second_factors: ("totp" | "passkey")[];
            last_sign_in: components["schemas"]["LastSignIn"];
            sessions: number;
            tokens: number;
            /** Format: date-time */
            created: string;
            /**
             * Format: date-time
             * @description Of an invitation that waits.
             */
            invitation_expires_at: string | null;
            /** @description It is the person who asks. */
            self: boolean;
        };
        Reason: {
            reason: string;
        };
        RoleChange: {
            role: components["schemas"]["Role"];
            reason: string;
            /**
             * @description Needed when it is oneself and the role reads mail; without it 422 with `/confirm_self`.
             * @default false
             */
            confirm_self: boolean;
        };
        Appointment: {
            address: string;
            name: string;
            roles: components["schemas"]["Role"][];
            reason: string;
        };
        Appointed: {
            admin: components["schemas"]["Admin"];
            invitation: {
                /** @description Shown this once. */
                code: string;
                /** @description Of the console's page with the code behind `#`, which no server and no proxy gets to see: `/invitation#inv_…`. Put the console's address before it. */
                path: string;
                /** Format: date-time */
                expires_at: string;
            };
        };
        Policy: {
            /**
             * @description Of everyone whose role reads mail.
             * @enum {unknown}
             */
            second_factor: "required" | "optional";
            /** @description After so long without use a session of the console ends. */
            idle_minutes: number;
            /** @description After so long every session ends. */
            session_hours: number;
            /** @description Whether nobody is shown mail who has not given a reason or a case. */
            reason_required: boolean;
        };
        PolicyChange: {
            /**
             * @description Of everyone whose role reads mail.
             * @enum {unknown}
             */
            second_factor?: "required" | "optional";
            /** @description After so long without use a session of the console ends. */
            idle_minutes?: number;
            /** @description After so long every session ends. */
            session_hours?: number;
            /** @description Whether nobody is shown mail who has not given a reason or a case. */
            reason_required?: boolean;
            reason: string;
        };
        ApiToken: {
            id: string;
            name: string;
            scopes: string[];
            /** @description Addresses it is taken from; empty for any. */
            networks: string[];
            /** Format: date-time */
            created: string;
            /** Format: date-time */
            expires_at: string;
            /**
             * Format: date-time
             * @description To the minute.
             */
            last_used: string | null;
            last_client: string | null;
        };
        NewToken: {
            name: string;
            /** @description Capabilities that I have myself, such as `search:run`; `GET /tokens` lists them. */
            scopes: string[];
            /** @default 90 */
            expires_in_days: number;
            /** @description Addresses or networks such as 10.0.0.0/8 or 2001:db8::/32. */
            networks?: string[];
        };
        NewTokenMade: {
            /** @description Shown this once. */
            token: string;
            details: components["schemas"]["ApiToken"];
        };
        RoleCapabilities: {
            role: components["schemas"]["Role"];
            /** @description Such as `messages:read`. */
            capabilities: string[];
        };
        ArchiveSummary: {
            enabled: boolean;
            /**
             * @description `trouble`: on, but mail cannot be taken now (`reason`), or seats are missing (`over_seats`, `waiting_for_seat`).
             * @enum {unknown}
             */
            status: "on" | "off" | "trouble";
            /** @description What is the trouble. */
            reason?: string | null;
            /** Format: date-time */
            last_turned_on: string | null;
            /** Format: date-time */
            last_closed: string | null;
            retention_years: number | null;
            administrators: string[];
            /** @description How many accounts can be open; as many as are known while no limit is set. */
            number_of_archives: number;
            /** @description How many accounts are open. */
            number_of_open_archives: number;
            /**
             * @description Whose mail is archived: of everybody in the domains, or of opened accounts only.
             * @enum {unknown}
             */
            mode: "whole_domain" | "opened_accounts";
            /** @description How many accounts may be open; null for as many as there are. */
            seats: number | null;
            /** @description How many too many are open; their mail is archived all the same. */
            over_seats: number;
            /** @description New accounts that open as soon as there is a seat. */
            waiting_for_seat: number;
            service: components["schemas"]["ServiceTerm"];
        };
        /** @description How long the service goes on. Afterwards mail is accepted, counted as `service-ended` and not kept; nothing is deleted. */
        ServiceTerm: {
            /**
             * @description `ending`: within 30 days, a warning. `ended`: an alarm.
             * @enum {unknown}
             */
            state: "running" | "ending" | "ended";
            /**
             * Format: date
             * @description In UTC; null while no end is agreed.
             */
            last_day: string | null;
            /** @description The last day among them; 0 after it. */
            days_left: number | null;
        };
        ArchiveSwitch: {
            enabled: boolean;
            reason: string;
        };
        ArchivePeriod: {
            /** Format: date-time */
            started: string;
            /** Format: date-time */
            ended: string | null;
            started_by?: string;
            started_reason?: string;
            ended_by?: string | null;
            ended_reason?: string | null;
        };
        IngestPerDay: {
            /** Format: date-time */
            as_of: string;
            data: components["schemas"]["IngestDay"][];
        };
        IngestDay: {
            /** Format: date */
            day: string;
            archived: number;
            merged: number;
            excluded: number;
            failed: number;
            /** @description Archived messages by kind of source: smtp, import. */
            by_source: {
                [key: string]: number;
            };
        };
        Conditions: {
            /** @description Whole addresses. Any of them, or a further address of the same account of the directory, takes part: sender or recipient, of the header or of the envelope. */
            accounts?: string[];
            senders?: string[];
            recipients?: string[];
            keywords?: string;
            /** @description All three if left out. */
            keyword_range?: ("subject" | "body" | "attachment")[];
            departments?: components["schemas"]["InDepartments"];
            /** @description What only the query line can say. */
            rest?: string;
        };
        /** @description Somebody of any of these departments takes part. */
        InDepartments: {
            /** @description Ids, or paths from the top as in `Sales/North`. None asks for nothing. One that is not there, or is another organisation's, is an error of the field. */
            ids?: string[];
            /** @default true */
            include_subdepartments: boolean;
            /**
             * @description `at_time`: who was in it when the mail was sent. `now`: who is in it now, with mail of all times.
             * @default at_time
             * @enum {unknown}
             */
            membership: "at_time" | "now";
        };
        /** @description Days are whole days in `tz`, both ends inclusive; `all: true` instead of ends means all time. */
        TimeRange: {
            /** @description A day or an RFC 3339 time. */
            from?: string;
            to?: string;
            all?: boolean;
            /** @default UTC */
            tz: string;
            /**
             * @default sent
             * @enum {unknown}
             */
            field: "sent" | "archived";
        };
        QueryOrConditions: {
            query?: string;
            conditions?: components["schemas"]["Conditions"];
        };
        ParsedQuery: {
            /** @description In canonical form. */
            query: string;
            conditions: components["schemas"]["Conditions"];
        };
        Search: {
            query?: string;
            conditions?: components["schemas"]["Conditions"];
            time_range: components["schemas"]["TimeRange"];
            /**
             * @description 0 gives the count alone.
             * @default 50
             */
            limit: number;
        };
        SearchRun: {
            id: string;
            canonical: string;
            total: {
                value: number;
                /** @constant */
                relation: "eq";
            };
            /** Format: date-time */
            as_of: string;
            index_position: number;
            /** @description What to know about the result. */
            notes?: components["schemas"]["SearchNote"][];
            data: components["schemas"]["Hit"][];
            next_cursor: string | null;
            audit_entry: string;
        };
        SearchNote: {
            /**
             * @description `archiving-off`: mail of that time was never archived; `count` mails came and were not kept. `no-open-account`: so many mails came in the time range of the search in which no open archive account took part; they were not kept. `index-behind`: so many records are not searchable yet.
             * @enum {unknown}
             */
            code: "archiving-off" | "no-open-account" | "index-behind";
            /** Format: date-time */
            from?: string | null;
            /** Format: date-time */
            to?: string | null;
            count?: number;
        };
        Hit: {
            id: string;
            /** Format: date-time */
            sent: string;
            /** Format: date-time */
            archived: string;
            size: number;
            subject: string;
            from: string[];
            to: string[];
            recipient_count: number;
            attachments: number;
        };
        SnippetsWanted: {
            ids: string[];
        };
        /** @description From, to before: in UTF-16 units. */
        Span: [
            number,
            number
        ];
        Snippet: {
            id: string;
            /** @description Found words in the subject. */
            subject: components["schemas"]["Span"][];
            /**
             * @description Where `text` is from.
             * @enum {unknown}
             */
            part: "subject" | "body" | "attachment" | "none";
            text: string;
            spans: components["schemas"]["Span"][];
        };
        Mailbox: {
            name: string | null;
            address: string;
        };
        Attachment: {
            number: number;
            filename: string | null;
            /** @description As the mail says. */
            content_type: string | null;
            /** @description By its first bytes. */
            true_type?: string;
            /** @description Whether name or declared type claim something else than what it is. */
            type_differs?: boolean;
            /** @description Decoded. */
            size: number | null;
            inline?: boolean;
        };
        Envelope: {
            reverse_path: string | null;
            recipients: string[];
            client?: string | null;
            helo?: string | null;
            protocol?: string | null;
        };
        Sighting: {
            id: string;
            source: string;
            /** Format: date-time */
            received: string;
            path?: string | null;
            envelope: components["schemas"]["Envelope"];
            size: number;
            sha256: string;
        };
        Message: {
            id: string;
            subject: string;
            from: components["schemas"]["Mailbox"][];
            sender?: components["schemas"]["Mailbox"][];
            reply_to?: components["schemas"]["Mailbox"][];
            to: components["schemas"]["Mailbox"][];
            cc: components["schemas"]["Mailbox"][];
            bcc: components["schemas"]["Mailbox"][];
            message_id?: string | null;
            /** @description The Date field with the sender's own offset if it has one. */
            date?: string | null;
            /** Format: date-time */
            sent: string;
            /** Format: date-time */
            archived: string;
            size: number;
            sha256: string;
            /** Format: date */
            kept_until: string;
            has_html: boolean;
            attachments: components["schemas"]["Attachment"][];
            defects: {
                kind: string;
                detail: string;
            }[];
            sightings: components["schemas"]["Sighting"][];
        };
        Evidence: {
            id: string;
            sha256: string;
            /** @description False in the first minute */
            covered: boolean;
            leaf_index: number;
            /** @description Hexadecimal, as all hashes here. */
            leaf_hash: string;
            tree_size: number;
            root_hash: string;
            path: string[];
            /** @description The signed note. */
            checkpoint: string;
        };
        /** @description Exactly one of the three. */
        ExportWanted: {
            search_id?: string;
            search?: {
                query?: string;
                time_range: components["schemas"]["TimeRange"];
            };
            ids?: string[];
        };
        Export: {
            id: string;
            /** @description Messages. */
            size: number;
            /** @description Path of the zip. */
            zip: string;
            /** Format: date-time */
            expires_at: string;
            audit_entry: string;
        };
        ImportWanted: {
            uploads?: string[];
            reason?: string;
            /** @default false */
            force: boolean;
        };
        Balance: {
            found: number;
            archived: number;
            merged: number;
            excluded: number;
            failed: number;
        };
        Import: {
            id: string;
            /**
             * @description Read from uploaded files by the server
             * @enum {unknown}
             */
            kind: "upload" | "items";
            /** @enum {unknown} */
            state: "running" | "stopping" | "done" | "cancelled" | "failed";
            who: string;
            reason?: string | null;
            /** Format: date-time */
            started: string;
            /** Format: date-time */
            ended: string | null;
            files: {
                name: string;
                size: number;
            }[];
            current_file?: string | null;
            balance: components["schemas"]["Balance"];
            /** @description found = archived + merged + excluded + failed */
            balanced: boolean;
            done_bytes: number;
            total_bytes: number;
            /** @description Why it failed, in the reader's language. */
            problem?: string | null;
        };
        ImportFailure: {
            path: string;
            /** @description Offset in the file of that path, in bytes; 0 for a file that is one mail. */
            position: number;
            reason: string;
        };
        ItemOutcome: {
            /** @enum {unknown} */
            outcome: "archived" | "merged" | "excluded" | "failed";
            id?: string | null;
            already: boolean;
            detail?: string | null;
        };
        Status: {
            version: string;
            url: string;
            set_up: boolean;
            smtp: {
                address: string;
                port: number;
                /** @description Null where several organisations share the listener, for it tells of the others. */
                connections: number | null;
                /** @description Mails that were acknowledged since the start; of several organisations, those that concern yours. */
                accepted: number;
                /** @description Null where several organisations share the listener. */
                refused: number | null;
                /** @description The newest mail since the start. `excluded`: accepted, not archived, by a rule, such as that archiving is off. `not-kept`: it could not be taken, so the sender keeps it and tries again. */
                last_received?: {
                    /** Format: date-time */
                    at: string;
                    client: string | null;
                    /** @enum {unknown} */
                    outcome: "archived" | "merged" | "excluded" | "not-kept";
                } | null;
            };
            organisation?: {
                id: string;
                name: string;
                domains: string[];
            } | null;
            archive: {
                enabled?: boolean;
                /** Format: date-time */
                last_turned_on?: string | null;
                /** Format: date-time */
                last_closed?: string | null;
                retention_years?: number | null;
                administrators?: string[];
            };
            /** @description Archive accounts. */
            accounts: {
                known: number;
                open: number;
                seats: number | null;
                over: number;
                waiting: number;
            };
            service: components["schemas"]["ServiceTerm"];
            counts: {
                archived: number;
                merged: number;
                excluded: number;
                log_entries: number;
                indexed: number;
                last_record: number;
                index_position: number;
            };
            backlog?: {
                /** @description Records that searches do not see yet. */
                records: number;
                /** Format: date-time */
                oldest: string | null;
            };
            evidence: {
                tree_size: number;
                checkpoint_size: number;
            };
            storage: {
                stored_bytes: number;
                free_bytes: number;
            };
            writable: boolean;
            reason?: string | null;
            balanced: boolean;
        };
        ArchiveRules: {
            /** @description All sixteen, in order. */
            data: components["schemas"]["ArchiveRule"][];
            /** @description Over how many days is counted; today is one of them. */
            days: number;
            /** @description Mails of these days that were not archived, by reason: `archiving-off`, `service-ended`, `no-organisation`, `no-open-account`, `monitor-copy`, `not-sent`, `not-received`; only reasons that occurred. */
            left_out: {
                [key: string]: number;
            };
            settings: components["schemas"]["ArchiveRuleSettings"];
        };
        ArchiveRule: {
            number: number;
            /** @description Its stable name, such as `monitor-copy`. */
            key: string;
            /** @description In the language of the request. */
            text: string;
            /** @enum {unknown} */
            kind: "fixed" | "setting";
            /** @description In how many mails it took part; null where there is nothing to count. */
            last_days: number | null;
            /** @description What that number is of, in the language of the request. */
            counted: string | null;
            /** @description A query that finds mail to which it was applied; only for who may search. */
            example: string | null;
        };
        ArchiveRuleSettings: {
            /** @description Addresses that get copies of others' mail to watch it. */
            monitors: string[];
            /** @description Names of header fields that mark such copies, in lower case. */
            marker_headers: string[];
            separate_send: components["schemas"]["SeparateSend"];
        };
        ArchiveRulesChange: {
            monitors?: string[];
            marker_headers?: string[];
            separate_send?: components["schemas"]["SeparateSend"];
            reason: string;
        };
        /**
         * @description When equal mails are one: if header fields and body are equal, or only if they also come from the same transaction, where the source records one.
         * @enum {unknown}
         */
        SeparateSend: "by_header" | "by_transaction";
        ArchiveAccount: {
            id: string;
            address: string;
            /** @description Of its person; may be empty. */
            name: string;
            /** @description Where its person is now. */
            departments: {
                id: string;
                path: string[];
            }[];
            /**
             * @description What the directory says: `left`, it was there; `unknown`, it never was.
             * @enum {unknown}
             */
            directory: "active" | "disabled" | "left" | "unknown";
            /** @enum {unknown} */
            status: "open" | "not_open";
            /**
             * Format: date-time
             * @description Since when there is this account.
             */
            known: string;
            /**
             * Format: date-time
             * @description When it was last opened.
             */
            opened: string | null;
            /**
             * Format: date-time
             * @description When it was last closed.
             */
            closed: string | null;
        };
        AccountTurn: {
            account: string;
            address: string;
            /** Format: date-time */
            at: string;
            /** @enum {unknown} */
            act: "opened" | "closed";
            who: string;
            /** @enum {unknown} */
            how: "hand" | "department" | "automatic";
            /** @description May be empty. */
            reason: string;
            /** @description The act, which may have concerned many accounts. */
            batch: string;
        };
        AccountAct: {
            /** @description Of the organisation's domains; a name may stand before an address in angle brackets. */
            addresses?: string[];
            /** @description An id; whoever is in it and has not left, instead of `addresses`. */
            department?: string;
            /** @description Whether what lies below the department counts too; preset true. */
            subdepartments?: boolean;
            /** @description Why; required for closing. */
            reason?: string;
            /** @description Preset false. */
            dry_run?: boolean;
        };
        AccountEffect: {
            dry_run: boolean;
            /** @description The act; null in a preview, and when nothing had to be done. */
            batch: string | null;
            /** @description How many different accounts were named. */
            asked: number;
            changed: number;
            /** @description How many were as wanted already. */
            unchanged: number;
            /** @description How many of those changed were not known before. */
            added: number;
            open_before: number;
            open_after: number;
            seats: number | null;
            /** @description Whether no more than the seats can be opened; else mail over them is archived all the same. */
            limited: boolean;
            /** @description How many too many would be open. */
            over: number;
            /** @description Addresses that cannot be used, at most 100; only in a preview. */
            refused: {
                pointer: string;
                detail: string;
            }[];
        };
        OpenNew: {
            /** @enum {unknown} */
            scope: "none" | "everybody" | "departments";
            /** @description Ids. */
            departments: string[];
            subdepartments: boolean;
        };
        ArchivePolicy: {
            /** @enum {unknown} */
            mode: "whole_domain" | "opened_accounts";
            open_new: components["schemas"]["OpenNew"];
            effect: {
                open_accounts: number;
                /** @description Addresses that took part in mail of the last `days` days and have no open account, so that their mail would not be archived for their sake. */
                left_out: number;
                /** @description Accounts that opened by themselves in these days. */
                opened_by_themselves: number;
                days: number;
                seats: number | null;
                over: number;
            } | null;
        };
        ArchivePolicyChange: {
            /** @enum {unknown} */
            mode?: "whole_domain" | "opened_accounts";
            open_new?: {
                /** @enum {unknown} */
                scope: "none" | "everybody" | "departments";
                departments?: string[];
                /** @description Preset true. */
                subdepartments?: boolean;
            };
            /** @description Why; required unless it is a preview. */
            reason?: string;
            /** @description Preset false. */
            dry_run?: boolean;
        };
        CoveragePerDay: {
            /** Format: date-time */
            as_of: string;
            data: {
                /** Format: date */
                day: string;
                /**
                 * @description `none`: before the organisation was set up, or in the future.
                 * @enum {unknown}
                 */
                state: "on" | "off" | "partly" | "none";
                /** @description For how long it was off, as far as the day has come. */
                off_seconds: number;
                /** @description Mails that came and were not kept because archiving was off or the service had ended. */
                not_kept: number;
                /** @description Mails that came and were not kept because no open archive account took part. */
                no_open_account: number;
            }[];
        };
        Organisation: {
            id: string;
            name: string;
            domains: string[];
            /** @description Mail that concerns no organisation is recorded here. */
            is_default: boolean;
            /** @description How many archive accounts may be open; null for no limit. */
            seats: number | null;
            /**
             * Format: date
             * @description The last day of the service; null for no end.
             */
            service_ends: string | null;
            /** @description Days of service from today on, its last day among them; 0 and less when it has ended. */
            days_left: number | null;
            service_ended: boolean;
            retention_years: number;
            /** Format: date-time */
            created: string;
            /** @description Whether archiving is on. */
            enabled: boolean;
            messages: number;
            /** @description What its store takes on the disk. */
            bytes: number;
        };
        NewOrganisation: {
            name: string;
            /** @description A domain belongs to one organisation only. */
            domains: string[];
            seats?: number | null;
            /**
             * Format: date
             * @description Not before today.
             */
            service_ends?: string | null;
            /** @description The machine's setting if left out. */
            retention_years?: number | null;
            postmaster: components["schemas"]["NewPerson"];
            reason: string;
        };
        OrganisationChange: {
            name?: string;
            seats?: number | null;
            /** Format: date */
            service_ends?: string | null;
            retention_years?: number;
            reason: string;
        };
        LdapAttributes: {
            /** @default mail */
            address: string | null;
            /** @default cn */
            name: string | null;
            /** @description Such as `mailAlternateAddress`, or `proxyAddresses` of Active Directory. */
            aliases?: string | null;
            /** @description Holds paths such as `Sales/North`; for `departments: attribute`. */
            department?: string | null;
            /** @description By which an entry is known whatever it is called: `entryUUID`, `objectGUID`. */
            id?: string | null;
            /** @description True where an account is disabled; `userAccountControl` is read as Active Directory means it. */
            disabled?: string | null;
        };
        LdapSettings: {
            host: string;
            /** @description Preset 636 with `ldaps` and 389 else. */
            port?: number | null;
            /**
             * @default ldaps
             * @enum {unknown}
             */
            security: "ldaps" | "starttls" | "plain";
            /** @description Certificates in PEM that are trusted, instead of those of the machine. */
            trust?: string | null;
            bind_dn?: string | null;
            bind_password?: string | null;
            base: string;
            /** @default (mail=*) */
            filter: string | null;
            attributes?: components["schemas"]["LdapAttributes"];
            /**
             * @default ou
             * @enum {unknown}
             */
            departments: "ou" | "attribute" | "none";
            /** @default 500 */
            page_size: number | null;
            /**
             * @default off
             * @enum {unknown}
             */
            schedule: "off" | "hour" | "day";
            /**
             * @description For `day`, UTC.
             * @default 2
             */
            hour: number | null;
            /**
             * @description More than this share of its accounts, or more than `leave_accounts`, do not leave or get disabled without somebody confirming it; up to five always do.
             * @default 10
             */
            leave_percent: number | null;
            /** @default 200 */
            leave_accounts: number | null;
        };
        LdapSettingsShown: {
            host: string;
            /** @description Preset 636 with `ldaps` and 389 else. */
            port: number | null;
            /**
             * @default ldaps
             * @enum {unknown}
             */
            security: "ldaps" | "starttls" | "plain";
            /** @description Certificates in PEM that are trusted, instead of those of the machine. */
            trust?: string | null;
            bind_dn?: string | null;
            bind_password?: string | null;
            base: string;
            /** @default (mail=*) */
            filter: string | null;
            attributes: components["schemas"]["LdapAttributes"];
            /**
             * @default ou
             * @enum {unknown}
             */
            departments: "ou" | "attribute" | "none";
            /** @default 500 */
            page_size: number | null;
            /**
             * @default off
             * @enum {unknown}
             */
            schedule: "off" | "hour" | "day";
            /**
             * @description For `day`, UTC.
             * @default 2
             */
            hour: number | null;
            /**
             * @description More than this share of its accounts, or more than `leave_accounts`, do not leave or get disabled without somebody confirming it; up to five always do.
             * @default 10
             */
            leave_percent: number | null;
            /** @default 200 */
            leave_accounts: number | null;
        } | null;
        DirectorySync: {
            /** @description Null while nothing is set. */
            settings: components["schemas"]["LdapSettingsShown"];
            password_set: boolean;
            /** Format: date-time */
            last_begun: string | null;
            /**
             * Format: date-time
             * @description When it begins by itself.
             */
            next: string | null;
            running: boolean;
        };
        DirectorySyncRun: {
            id: string;
            /** Format: date-time */
            begun: string;
            /** Format: date-time */
            ended: string;
            /** @description A person, or `system`. */
            begun_by: string;
            /** @enum {unknown} */
            outcome: "applied" | "unchanged" | "waiting" | "failed";
            entries: number;
            /** @description Entries without an address of the organisation. */
            skipped: number;
            /** @description What it changed */
            import_id: string | null;
            counts: {
                [key: string]: number;
            };
            /** @description Why it failed */
            problem: string | null;
        };
        /**
         * @description What happens to an account, the heaviest if several things do; `department` is a new department.
         * @enum {unknown}
         */
        DirectoryChangeKind: "department" | "new" | "left" | "back" | "disabled" | "enabled" | "moved" | "readdressed" | "renamed" | "taken_over";
        DirectoryImport: {
            id: string;
            /** @enum {unknown} */
            source: "csv" | "ldap";
            /**
             * @description `overtaken`: the directory has changed since; make it again.
             * @enum {unknown}
             */
            state: "open" | "overtaken" | "applied" | "discarded";
            /** Format: date-time */
            created: string;
            created_by: string;
            /** Format: date-time */
            ended: string | null;
            ended_by: string | null;
            /** @description So many would leave or be disabled that somebody has to say yes to it. */
            confirm_needed: boolean;
            /** @description How many changes in all. */
            changes: number;
            /** @description How many of each kind that occurs; `unchanged`, and `skipped` entries of a directory server, are always there. */
            counts: {
                [key: string]: number;
            };
        };
        DirectoryLook: {
            address: string;
            name: string;
            aliases: string[];
            /** @description Each as its names from the top. */
            departments: string[][];
            state: string;
        } | null;
        MailDomain: {
            name: string;
            /** @description The domain whose mailboxes it has under its own name. */
            alias_of: string | null;
            /** @description How many accounts have an address of it. */
            accounts: number;
        };
        Department: {
            id: string;
            name: string;
            /** @description Null at the top. */
            parent: string | null;
            /** @description Its names from the top, its own last. */
            path: string[];
            /** @description How many lie directly below. */
            departments: number;
            /** @description How many accounts are in it now. */
            accounts: number;
            /** @description How many are in it or below, each once. */
            accounts_within: number;
            /**
             * Format: date-time
             * @description When it was merged into its parent.
             */
            closed: string | null;
        };
        /** @enum {unknown} */
        AccountState: "active" | "disabled" | "deleted";
        DirectoryAccount: {
            id: string;
            address: string;
            /** @description May be empty. */
            name: string;
            aliases: string[];
            /** @description Where it is; of one that has left, where it was last. */
            departments: {
                id: string;
                path: string[];
            }[];
            state: components["schemas"]["AccountState"];
            /** Format: date-time */
            state_since: string;
            /** @enum {unknown} */
            source: "manual" | "csv" | "ldap" | "seen";
            /** Format: date-time */
            created: string;
        };
    };
    responses: {
        /** @description A problem. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @example msg_a-1 */
        MessageId: string;
        /** @example srch_a-7 */
        SearchId: string;
        /** @example imp_01J */
        ImportId: string;
        /** @example ses_01J */
        SessionId: string;
        /** @example adm_01J */
        AdminId: string;
        /** @example dept_01J */
        DepartmentId: string;
        /** @example dac_01J */
        DirectoryAccountId: string;
        /** @example dpl_01J */
        DirectoryImportId: string;
        /** @example upl_01J */
        UploadId: string;
        /**
         * @description Why, accepted on every call and kept in its log entries: 1 to 1,000 characters, UTF-8 or `UTF-8''…` (RFC 8187).
         * @example asked by the auditors
         */
        AuditReason: string;
        /**
         * @description For which case, accepted on every call and kept in its log entries.
         * @example case_7
         */
        AuditCase: string;
        /** @example 50 */
        Limit: number;
    };
    requestBodies: never;
    headers: {
        /** @description The archive log's entry for this call. */
        AuditEntry: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    setUpState: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It waits. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "needed": true
                     *     }
                     */
                    "application/json": components["schemas"]["SetUpState"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "organisation": "Example Trading",
                 *       "domains": [
                 *         "example.org",
                 *         "example.com"
                 *       ],
                 *       "postmaster": {
                 *         "address": "paula@example.org",
                 *         "password": "a long enough phrase"
                 *       },
                 *       "archive_administrator": {
                 *         "address": "anton@example.org",
                 *         "password": "another long phrase"
                 *       },
                 *       "second_factor": "optional",
                 *       "retention_years": 5
                 *     }
                 */
                "application/json": components["schemas"]["SetUp"];
            };
        };
        responses: {
            /** @description It is set up. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUpDone"];
                };
            };
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    setUpDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "step": 2,
                     *       "organisation": "Example Trading",
                     *       "domains": [
                     *         "example.org"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["SetUpDraft"];
                };
            };
            401: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    saveSetUpDraft: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": 3,
                 *       "organisation": "Example Trading",
                 *       "domains": [
                 *         "example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetUpDraft"];
            };
        };
        responses: {
            /** @description Kept. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    checkSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domains": [
                 *         "example.org"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SetUpPart"];
            };
        };
        responses: {
            /** @description Nothing is wrong with it. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "anton@example.org",
                 *       "password": "another long phrase",
                 *       "kind": "token"
                 *     }
                 */
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The password is right, and the person has a second factor: go on with `POST /sessions/second-factor`. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInStep"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the token or cookie is worth nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    changePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "zh-CN",
                 *       "time_zone": "Asia/Shanghai"
                 *     }
                 */
                "application/json": components["schemas"]["Preferences"];
            };
        };
        responses: {
            /** @description All preferences. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preferences"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    proveSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticket": "tkt_01J",
                 *       "code": "123456"
                 *     }
                 */
                "application/json": components["schemas"]["SecondStep"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    secondFactorPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ticket": "tkt_01J"
                 *     }
                 */
                "application/json": components["schemas"]["Ticket"];
            };
        };
        responses: {
            /** @description For `navigator.credentials.get`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    passkeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.get`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            429: components["responses"]["Problem"];
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description Signed in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    signInWays: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ways. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInWays"];
                };
            };
        };
    };
    checkInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "inv_01J"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationCode"];
            };
        };
        responses: {
            /** @description It is good. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationFor"];
                };
            };
            401: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "inv_01J",
                 *       "password": "a quite different phrase"
                 *     }
                 */
                "application/json": components["schemas"]["InvitationAccepted"];
            };
        };
        responses: {
            /** @description The password is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationFor"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    mySessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MySession"][];
                    };
                };
            };
            401: components["responses"]["Problem"];
        };
    };
    endMyOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description They are ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
        };
    };
    endMySession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ses_01J */
                id: components["parameters"]["SessionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    reauthenticate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "password": "another long phrase"
                 *     }
                 */
                "application/json": components["schemas"]["Proof"];
            };
        };
        responses: {
            /** @description Proven. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proven"];
                };
            };
            401: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    reauthenticationPasskeyOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.get`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
        };
    };
    explainSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "Quarterly review of the trading desk.",
                 *       "case": "case_7"
                 *     }
                 */
                "application/json": components["schemas"]["Purpose"];
            };
        };
        responses: {
            /** @description Said. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Purpose"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "old_password": "another long phrase",
                 *       "new_password": "another long phrase"
                 *     }
                 */
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description Changed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    dismissNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example note_01J */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is not shown any more; that it was shown stays in the log. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    mySecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The factors. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MySecondFactor"];
                };
            };
        };
    };
    beginTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The secret, also as the content of a QR code. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TotpSecret"];
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Enrolled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
        };
    };
    newRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ten codes, shown this once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    passkeyCreationOptions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.create`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            403: components["responses"]["Problem"];
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Enrolled. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Enrolled"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example pk_01J */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    admins: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description By address. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Admin"][];
                    };
                };
            };
        };
    };
    appointAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "olga@example.org",
                 *       "name": "Olga Lind",
                 *       "roles": [
                 *         "reviewer"
                 *       ],
                 *       "reason": "Second pair of eyes in case 7."
                 *     }
                 */
                "application/json": components["schemas"]["Appointment"];
            };
        };
        responses: {
            /** @description Appointed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointed"];
                };
            };
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    admin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    grantRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_03J */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "reviewer",
                 *       "reason": "Second pair of eyes in case 7."
                 *     }
                 */
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    revokeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "reviewer",
                 *       "reason": "The case is closed."
                 *     }
                 */
                "application/json": components["schemas"]["RoleChange"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    suspendAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "On leave until spring."
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    resumeAdmin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_02J */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "On leave until spring."
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "On leave until spring."
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "On leave until spring."
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The person as she is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Admin"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    inviteAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example adm_01J */
                id: components["parameters"]["AdminId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "On leave until spring."
                 *     }
                 */
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description The invitation. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointed"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    signInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
        };
    };
    changeSignInPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "idle_minutes": 20,
                 *       "session_hours": 10,
                 *       "reason_required": false,
                 *       "reason": "Open-plan office."
                 *     }
                 */
                "application/json": components["schemas"]["PolicyChange"];
            };
        };
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policy"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ApiToken"][];
                        /** @description What a token of mine may be given. */
                        scopes: string[];
                    };
                };
            };
        };
    };
    newToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "nightly status",
                 *       "scopes": [
                 *         "archive:read"
                 *       ],
                 *       "expires_in_days": 90,
                 *       "networks": [
                 *         "127.0.0.0/8"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NewToken"];
            };
        };
        responses: {
            /** @description The token. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenMade"];
                };
            };
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example tok_01J */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is worth nothing any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    archiveSummary: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveSummary"];
                };
            };
        };
    };
    switchArchive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": true,
                 *       "reason": "The archive goes into service."
                 *     }
                 */
                "application/json": components["schemas"]["ArchiveSwitch"];
            };
        };
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveSummary"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    archivePeriods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The periods. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ArchivePeriod"][];
                    };
                };
            };
        };
    };
    archiveRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveRules"];
                };
            };
        };
    };
    changeArchiveRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveRulesChange"];
            };
        };
        responses: {
            /** @description The rules. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchiveRules"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    ingestPerDay: {
        parameters: {
            query: {
                /** @example 2026-01-01 */
                from: string;
                /**
                 * @description Inclusive; at most 3
                 * @example 2026-01-31
                 */
                to: string;
                /**
                 * @description IANA zone of the days; UTC if left out.
                 * @example Asia/Shanghai
                 */
                tz?: string;
                /**
                 * @description By the time of archiving, or by the day on which the messages were sent (UTC days, archived messages only).
                 * @example archived
                 */
                by?: "archived" | "sent";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry per day, also for days without mail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IngestPerDay"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    archivePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The policy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePolicy"];
                };
            };
        };
    };
    changeArchivePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchivePolicyChange"];
            };
        };
        responses: {
            /** @description The policy; in a preview as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArchivePolicy"];
                };
            };
            403: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    archiveAccounts: {
        parameters: {
            query?: {
                /** @description Preset both. */
                status?: "open" | "not_open";
                /** @description What the directory says of them; preset all. */
                directory?: "active" | "disabled" | "left" | "unknown";
                /** @description Those whose people are in it now, an id. */
                department?: string;
                /** @description Whether what lies below the department counts too. */
                subdepartments?: boolean;
                /**
                 * @description Part of an address or a name.
                 * @example example
                 */
                text?: string;
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ArchiveAccount"][];
                        next_cursor: string | null;
                        total: number;
                    };
                    "text/csv": string;
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    archiveAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example acct_01J */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: components["schemas"]["ArchiveAccount"];
                        /** @description The newest first, at most 1,000. */
                        history: components["schemas"]["AccountTurn"][];
                    };
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    archiveAccountHistory: {
        parameters: {
            query?: {
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The openings and closings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AccountTurn"][];
                        next_cursor: string | null;
                    };
                    "text/csv": string;
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    openArchiveAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountAct"];
            };
        };
        responses: {
            /** @description What was done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEffect"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    closeArchiveAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "carol@example.org"
                 *       ],
                 *       "reason": "She left the trading desk."
                 *     }
                 */
                "application/json": components["schemas"]["AccountAct"];
            };
        };
        responses: {
            /** @description What was done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountEffect"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    coveragePerDay: {
        parameters: {
            query: {
                /** @example 2026-01-01 */
                from: string;
                /**
                 * @description Inclusive; at most 3
                 * @example 2026-01-31
                 */
                to: string;
                /**
                 * @description IANA zone of the days; UTC if left out.
                 * @example Asia/Shanghai
                 */
                tz?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry per day. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CoveragePerDay"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Search"];
            };
        };
        responses: {
            /** @description The run and its first page. */
            201: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchRun"];
                };
            };
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    searchResults: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before; the first page if left out. */
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @example srch_a-7 */
                id: components["parameters"]["SearchId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchRun"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    searchSnippets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example srch_a-7 */
                id: components["parameters"]["SearchId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "msg_a-1"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SnippetsWanted"];
            };
        };
        responses: {
            /** @description One for each id that the run found, in the order asked for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Snippet"][];
                    };
                };
            };
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    parseQuery: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QueryOrConditions"];
            };
        };
        responses: {
            /** @description Both forms. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedQuery"];
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    message: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message. */
            200: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    renderMessage: {
        parameters: {
            query?: {
                /** @example html */
                as?: "html" | "text";
                /**
                 * @description Language of the words that stand in for what was left out, where a frame cannot say it by `Accept-Language`.
                 * @example en
                 */
                lang?: string;
            };
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    "Content-Security-Policy"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    messageText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    messageHeaders: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The header section. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    messageRaw: {
        parameters: {
            query?: never;
            header?: {
                /** @example bytes=0-9 */
                Range?: string;
            };
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    "Repr-Digest"?: string;
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            /** @description A part of the bytes. */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            404: components["responses"]["Problem"];
            416: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    messageAttachment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
                /**
                 * @description From 1.
                 * @example 1
                 */
                number: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Its decoded bytes under their true type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    messageEvidence: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evidence"];
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    sightingRaw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example msg_a-1 */
                id: components["parameters"]["MessageId"];
                /** @example msg_a-1 */
                sighting: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "message/rfc822": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    createExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportWanted"];
            };
        };
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    "Export-Id"?: string;
                    "Export-Size"?: number;
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Ready to be fetched. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    downloadExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example exp_a-9 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zip. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            404: components["responses"]["Problem"];
            428: components["responses"]["Problem"];
        };
    };
    createUpload: {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
                /** @example 12 */
                "Upload-Length": number;
                /** @example filename bWFpbC5lbWw= */
                "Upload-Metadata"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            201: {
                headers: {
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            403: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            507: components["responses"]["Problem"];
        };
    };
    dropUpload: {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @example upl_01J */
                id: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    uploadOffset: {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
            };
            path: {
                /** @example upl_01J */
                id: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Upload-Offset` and `Upload-Length`. */
            200: {
                headers: {
                    "Upload-Offset"?: number;
                    "Upload-Length"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is none. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    continueUpload: {
        parameters: {
            query?: never;
            header: {
                /** @example 1.0.0 */
                "Tus-Resumable": "1.0.0";
                /** @example 0 */
                "Upload-Offset": number;
            };
            path: {
                /** @example upl_01J */
                id: components["parameters"]["UploadId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Taken and durable. */
            204: {
                headers: {
                    "Upload-Offset"?: number;
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    imports: {
        parameters: {
            query?: {
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Import"][];
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportWanted"];
            };
        };
        responses: {
            /** @description Begun. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_01J */
                id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    importFailures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_01J */
                id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The failures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["ImportFailure"][];
                    };
                    "text/csv": string;
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    cancelImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_01J */
                id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It stops. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    importItems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_01J */
                id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/vnd.muniment.items": string;
            };
        };
        responses: {
            /** @description What became of each, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outcomes: components["schemas"]["ItemOutcome"][];
                    };
                };
            };
            404: components["responses"]["Problem"];
            507: components["responses"]["Problem"];
        };
    };
    finishImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example imp_01J */
                id: components["parameters"]["ImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "found": 1,
                 *       "archived": 1,
                 *       "merged": 0,
                 *       "excluded": 0,
                 *       "failed": 0
                 *     }
                 */
                "application/json": components["schemas"]["Balance"];
            };
        };
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
        };
    };
    roles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The roles. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoleCapabilities"][];
                    };
                };
            };
        };
    };
    archiveLog: {
        parameters: {
            query?: {
                /**
                 * @description Administrators, by their addresses or parts of them, separated by commas.
                 * @example anton
                 */
                admin?: string;
                /**
                 * @description A day of `tz`, or a time; inclusive.
                 * @example 2026-01-01
                 */
                from?: string;
                /** @example 2099-12-31 */
                to?: string;
                /**
                 * @description IANA zone; UTC if left out.
                 * @example Asia/Shanghai
                 */
                tz?: string;
                /** @description Parts of words that all stand in the entry; case and width do not matter. At most 20. */
                keywords?: string;
                /**
                 * @description Types separated by commas; `message.*` stands for all of a group.
                 * @example auth.*,search.run,log.query
                 */
                type?: string;
                /** @description The id of what it is about. */
                object?: string;
                /** @description The case it was done for. */
                case?: string;
                /** @description Where it came from. */
                ip?: string;
                result?: "ok" | "failed" | "denied";
                /** @description Only entries with a reason. */
                has_reason?: boolean;
                /** @description The id of an entry. */
                after?: string;
                /** @description Lines of JSON that go on. */
                follow?: boolean;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Why, accepted on every call and kept in its log entries: 1 to 1,000 characters, UTF-8 or `UTF-8''…` (RFC 8187).
                 * @example asked by the auditors
                 */
                "Audit-Reason"?: components["parameters"]["AuditReason"];
                /**
                 * @description For which case, accepted on every call and kept in its log entries.
                 * @example case_7
                 */
                "Audit-Case"?: components["parameters"]["AuditCase"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page, or everything. */
            200: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogPage"];
                    "text/csv": string;
                    "application/x-ndjson": string;
                };
            };
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    archiveLogTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The types. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogTypes"];
                };
            };
            503: components["responses"]["Problem"];
        };
    };
    compareArchiveLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found. */
            200: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogComparison"];
                };
            };
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    archiveLogEntry: {
        parameters: {
            query?: {
                /**
                 * @description IANA zone of the times in the sentence.
                 * @example Asia/Shanghai
                 */
                tz?: string;
            };
            header?: never;
            path: {
                /** @example log_a-3 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry. */
            200: {
                headers: {
                    "Audit-Entry": components["headers"]["AuditEntry"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogEntry"];
                };
            };
            404: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    rebuildArchiveLog: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        started: true;
                    };
                };
            };
            409: components["responses"]["Problem"];
        };
    };
    organisations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Organisation"][];
                    };
                };
            };
        };
    };
    newOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Second Trading",
                 *       "domains": [
                 *         "second.example"
                 *       ],
                 *       "seats": 50,
                 *       "service_ends": "2099-12-31",
                 *       "retention_years": 7,
                 *       "postmaster": {
                 *         "address": "petra@second.example",
                 *         "password": "yet another long phrase"
                 *       },
                 *       "reason": "contract 2026-17"
                 *     }
                 */
                "application/json": components["schemas"]["NewOrganisation"];
            };
        };
        responses: {
            /** @description It is there and its archive is open. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    changeOrganisation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_01J */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "seats": 80,
                 *       "service_ends": null,
                 *       "reason": "contract 2026-18"
                 *     }
                 */
                "application/json": components["schemas"]["OrganisationChange"];
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organisation"];
                };
            };
            403: components["responses"]["Problem"];
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    domains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domains. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["MailDomain"][];
                    };
                };
            };
        };
    };
    addDomain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    alias_of?: string | null;
                };
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MailDomain"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    removeDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example unused.example */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    departments: {
        parameters: {
            query?: {
                /**
                 * @description An id, or `top`.
                 * @example top
                 */
                parent?: string;
                text?: string;
                /** @description Whether those that were merged into others are shown too. */
                closed?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The departments. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Department"][];
                    };
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    addDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Legal"
                 *     }
                 */
                "application/json": {
                    /** @description Without `/`. */
                    name: string;
                    /** @description An id, or `top` (preset). */
                    parent?: string | null;
                };
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    department: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dept_01J */
                id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The department. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    changeDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dept_01J */
                id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "parent": "top"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @description An id, or `top`. */
                    parent?: string;
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    mergeDepartment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dept_01J */
                id: components["parameters"]["DepartmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "into": "dept_01K"
                 *     }
                 */
                "application/json": {
                    into: string;
                };
            };
        };
        responses: {
            /** @description The other. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Department"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    directoryAccounts: {
        parameters: {
            query?: {
                /** @description Part of a name or an address. */
                text?: string;
                /** @description An id. */
                department?: string;
                /** @description Whether what lies below the department counts too. */
                subdepartments?: boolean;
                /**
                 * @description Of `active`, `disabled`, `deleted`, separated by commas; preset all.
                 * @example active,disabled,deleted
                 */
                state?: string;
                /** @description Of `manual`, `csv`, `ldap`, `seen`, separated by commas; preset all. */
                source?: string;
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The accounts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DirectoryAccount"][];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    addDirectoryAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "address": "carol@example.org",
                 *       "name": "Carol Chen",
                 *       "aliases": [
                 *         "c.chen@example.org"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @description In a domain of the organisation. */
                    address: string;
                    name?: string;
                    aliases?: string[];
                    /** @description Ids. */
                    departments?: string[];
                    /**
                     * @default active
                     * @enum {unknown}
                     */
                    state?: "active" | "disabled";
                    /**
                     * Format: date-time
                     * @description When it came into its departments; without it for as long as it is known
                     */
                    since?: string | null;
                };
            };
        };
        responses: {
            /** @description Added. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryAccount"];
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    directoryAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dac_01J */
                id: components["parameters"]["DirectoryAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryAccount"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    changeDirectoryAccount: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dac_01J */
                id: components["parameters"]["DirectoryAccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Carol Chen-Smith",
                 *       "state": "disabled"
                 *     }
                 */
                "application/json": {
                    address?: string;
                    name?: string;
                    aliases?: string[];
                    /** @description Ids. */
                    departments?: string[];
                    state?: components["schemas"]["AccountState"];
                };
            };
        };
        responses: {
            /** @description As it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryAccount"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    directoryAccountHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dac_01J */
                id: components["parameters"]["DirectoryAccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        memberships: {
                            department: string;
                            path: string[];
                            /**
                             * Format: date-time
                             * @description Null: for as long as it is known, and before.
                             */
                            since: string | null;
                            /** Format: date-time */
                            until: string | null;
                        }[];
                        addresses: {
                            address: string;
                            /** Format: date-time */
                            since: string | null;
                            /** Format: date-time */
                            until: string | null;
                        }[];
                    };
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    directorySuggest: {
        parameters: {
            query: {
                /** @example car */
                prefix: string;
                /** @description Only these; preset both. */
                kind?: "account" | "department";
                /** @description Of each kind. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What there is. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @enum {unknown} */
                            kind: "account" | "department";
                            id: string;
                            /** @description Of an account. */
                            address: string | null;
                            name: string;
                            /** @description Of a department. */
                            path: string[] | null;
                            /** @description Of an account; `closed` for a closed department. */
                            state: string | null;
                        }[];
                    };
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    unknownAddresses: {
        parameters: {
            query?: {
                domain?: string;
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            address: string;
                        }[];
                        next_cursor: string | null;
                        total: number;
                    };
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    adoptAddresses: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "addresses": [
                 *         "sales@example.org"
                 *       ]
                 *     }
                 */
                "application/json": {
                    addresses: string[];
                    /** @description Where they come in. */
                    department?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        adopted: number;
                    };
                };
            };
            409: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    directoryImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DirectoryImport"][];
                    };
                };
            };
        };
    };
    importDirectory: {
        parameters: {
            query?: {
                encoding?: "auto" | "utf-8" | "gb18030" | "utf-16";
                /** @description What becomes of the accounts that came with a table and that this one lacks. */
                missing?: "left" | "keep";
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "text/csv": string;
            };
        };
        responses: {
            /** @description What it would change. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryImport"];
                };
            };
            409: components["responses"]["Problem"];
            413: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
            429: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    directoryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dpl_01J */
                id: components["parameters"]["DirectoryImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryImport"];
                };
            };
            404: components["responses"]["Problem"];
        };
    };
    directoryImportChanges: {
        parameters: {
            query?: {
                kind?: components["schemas"]["DirectoryChangeKind"];
                cursor?: string;
                /** @example 50 */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /** @example dpl_01J */
                id: components["parameters"]["DirectoryImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            kind: components["schemas"]["DirectoryChangeKind"];
                            /** @description Null for a new one and for a department. */
                            account: string | null;
                            /** @description Where it stands in the table; 0 if it does not. */
                            line: number;
                            /** @description Null for what is new. */
                            before: components["schemas"]["DirectoryLook"];
                            after: components["schemas"]["DirectoryLook"];
                        }[];
                        next_cursor: string | null;
                    };
                };
            };
            404: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    applyDirectoryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dpl_01J */
                id: components["parameters"]["DirectoryImportId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "confirm": true
                 *     }
                 */
                "application/json": {
                    /** @default false */
                    confirm?: boolean;
                };
            };
        };
        responses: {
            /** @description It is done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryImport"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
            503: components["responses"]["Problem"];
        };
    };
    discardDirectoryImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example dpl_01J */
                id: components["parameters"]["DirectoryImportId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is discarded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectoryImport"];
                };
            };
            404: components["responses"]["Problem"];
            409: components["responses"]["Problem"];
        };
    };
    directorySyncs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The readings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["DirectorySyncRun"][];
                    };
                };
            };
        };
    };
    directorySync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySync"];
                };
            };
        };
    };
    setDirectorySync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "127.0.0.1",
                 *       "port": 1,
                 *       "security": "plain",
                 *       "bind_dn": "cn=reader,dc=example,dc=org",
                 *       "bind_password": "a password of the directory server",
                 *       "base": "ou=people,dc=example,dc=org",
                 *       "filter": "(&(objectClass=inetOrgPerson)(mail=*))",
                 *       "attributes": {
                 *         "address": "mail",
                 *         "name": "cn",
                 *         "id": "entryUUID"
                 *       },
                 *       "departments": "ou",
                 *       "schedule": "off"
                 *     }
                 */
                "application/json": components["schemas"]["LdapSettings"];
            };
        };
        responses: {
            /** @description What is set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySync"];
                };
            };
            403: components["responses"]["Problem"];
            422: components["responses"]["Problem"];
        };
    };
    testDirectorySync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "host": "127.0.0.1",
                 *       "port": 1,
                 *       "security": "plain",
                 *       "base": "dc=example,dc=org"
                 *     }
                 */
                "application/json": components["schemas"]["LdapSettings"];
            };
        };
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        passed: boolean;
                        steps: {
                            /** @enum {unknown} */
                            step: "connect" | "encrypt" | "bind" | "search";
                            done: boolean;
                            detail: string;
                        }[];
                        /** @description Of the first page. */
                        entries: number;
                        /** @description Entries of these without an address of the organisation. */
                        skipped: number;
                        sample: components["schemas"]["DirectoryLook"][];
                    };
                };
            };
            422: components["responses"]["Problem"];
        };
    };
    runDirectorySync: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DirectorySyncRun"];
                };
            };
            409: components["responses"]["Problem"];
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The status. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lines. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                };
            };
        };
    };
    rebuildIndex: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begun; `/status` shows how far it is. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        started: true;
                    };
                };
            };
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
        };
    };
}
