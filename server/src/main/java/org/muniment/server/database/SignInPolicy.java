package org.muniment.server.database;

/**
 * How the people of an organisation sign in.
 *
 * @param secondFactor of those whose role reads mail
 * @param idleMinutes after so long without use a session of the console ends
 * @param sessionHours after so long every session ends
 * @param reasonRequired whether nobody is shown mail who has not said why
 */
public record SignInPolicy(SecondFactor secondFactor, int idleMinutes, int sessionHours, boolean reasonRequired) {}
