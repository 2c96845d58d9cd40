package org.muniment.server.demo;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The example organisation. All names are invented and all domains lie under {@code .example} (RFC 2606): no mail of
 * theirs can reach anybody.
 *
 * @param organisation its name
 * @param domains its mail domains
 * @param people everybody with a mailbox
 * @param postmaster who looks after the system
 * @param archiveAdministrator who may search and read the archive
 */
public record Example(
        String organisation,
        List<String> domains,
        List<Person> people,
        Person postmaster,
        Person archiveAdministrator) {
    private static final String DOMAIN = "lindenhof.example";
    private static final ZoneId HAMBURG = ZoneId.of("Europe/Berlin");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Person NORA = person("Nora Weiss", Department.IT);
    private static final Person EVA = person("Eva Lindqvist", Department.FINANCE);

    private static final Example LINDENHOF = new Example(
            "Lindenhof Trading",
            List.of(DOMAIN),
            List.of(
                    person("Clara Lindenhof", Department.MANAGEMENT),
                    person("Henrik Vogt", Department.MANAGEMENT),
                    person("Wang Lihua", "王丽华", Department.MANAGEMENT),
                    person("Mira Castellan", Department.SALES),
                    person("Jonas Ebner", Department.SALES),
                    person("Priya Raman", Department.SALES),
                    person("Tom Ashworth", Department.SALES),
                    person("Chen Yu", "陈宇", Department.SALES),
                    person("Liu Fang", "刘芳", Department.SALES),
                    person("Anna Kowalczyk", Department.PURCHASING),
                    person("Felix Brandt", Department.PURCHASING),
                    person("Zhao Min", "赵敏", Department.PURCHASING),
                    person("Sun Hao", "孙浩", Department.PURCHASING),
                    person("Oskar Nyberg", Department.LOGISTICS),
                    person("Lena Hartmann", Department.LOGISTICS),
                    person("Pavel Dvořák", Department.LOGISTICS),
                    person("Zhou Ting", "周婷", Department.LOGISTICS),
                    person("Lin Tao", "林涛", Department.LOGISTICS),
                    person("Ruth Adler", Department.FINANCE),
                    person("Marco Bellini", Department.FINANCE),
                    person("Xu Wen", "徐雯", Department.FINANCE),
                    EVA,
                    person("Samir Haddad", Department.IT),
                    person("Ida Sørensen", Department.IT),
                    person("He Peng", "何鹏", Department.IT),
                    NORA),
            NORA,
            EVA);

    public Example {
        domains = List.copyOf(domains);
        people = List.copyOf(people);
    }

    /** Lindenhof Trading, a trading house in Hamburg and Shanghai. */
    public static Example lindenhof() {
        return LINDENHOF;
    }

    private static Person person(String name, Department department) {
        return new Person(name, null, address(name), department, HAMBURG);
    }

    private static Person person(String name, @Nullable String chineseName, Department department) {
        return new Person(name, chineseName, address(name), department, SHANGHAI);
    }

    private static String address(String name) {
        String plain = name.replace('ř', 'r').replace('á', 'a').replace('ø', 'o');
        return plain.replace(' ', '.').toLowerCase(Locale.ROOT) + "@" + DOMAIN;
    }
}
