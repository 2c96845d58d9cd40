package org.muniment.server.demo;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works for the example organisation.
 *
 * @param name as written in Latin letters
 * @param chineseName as written in Chinese; {@code null} for who does not write Chinese mail
 * @param address of the mailbox
 * @param department where they work
 * @param zone of the office they write from
 */
public record Person(String name, @Nullable String chineseName, String address, Department department, ZoneId zone) {

    Party party() {
        return new Party(name, chineseName, address, "Lindenhof Trading", zone);
    }
}
