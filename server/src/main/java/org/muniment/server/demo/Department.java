package org.muniment.server.demo;

/** Where a {@link Person} of the example works. */
public enum Department {
    MANAGEMENT,
    SALES,
    PURCHASING,
    LOGISTICS,
    FINANCE,
    IT
}
