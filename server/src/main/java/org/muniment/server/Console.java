package org.muniment.server;

import java.io.PrintStream;

/** Where the server speaks to whoever started it. */
record Console(PrintStream out) {}
