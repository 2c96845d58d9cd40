package org.muniment.server.accounts;

import org.muniment.server.database.Organisation;

/** Whose mail an organisation archives, and which new accounts open by themselves. */
public record Policy(Organisation.Mode mode, OpenNew openNew) {}
