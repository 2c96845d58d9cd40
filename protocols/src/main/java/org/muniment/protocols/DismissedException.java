package org.muniment.protocols;

import java.io.IOException;

/** The connection was ended from outside, its client has been told: its thread has nothing more to say. */
final class DismissedException extends IOException {}
