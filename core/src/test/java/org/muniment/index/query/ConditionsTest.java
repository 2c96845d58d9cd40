package org.muniment.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.index.query.Conditions.InDepartments;
import org.muniment.index.query.Conditions.KeywordRange;
import org.muniment.index.query.QuerySyntaxException.Reason;

class ConditionsTest {
    private static final Set<KeywordRange> EVERYWHERE =
            Set.of(KeywordRange.SUBJECT, KeywordRange.BODY, KeywordRange.ATTACHMENT);

    /** Columns: query, senders, recipients, keywords, range, rest; people apart by commas. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', emptyValue = "", nullValues = "-", textBlock = """
            *                                | -           | -     | -              | SUBJECT BODY ATTACHMENT | -
            report                           | -           | -     | report         | SUBJECT BODY ATTACHMENT | -
            from:ada report 2026             | ada         | -     | report 2026    | SUBJECT BODY ATTACHMENT | -
            report from:ada                  | ada         | -     | report         | SUBJECT BODY ATTACHMENT | -
            from:ada OR from:@x.org          | ada,@x.org  | -     | -              | SUBJECT BODY ATTACHMENT | -
            (from:ada OR from:bo*) to:eve    | ada,bo*     | eve   | -              | SUBJECT BODY ATTACHMENT | -
            from:"Zhang Wei"                 | Zhang Wei   | -     | -              | SUBJECT BODY ATTACHMENT | -
            from:a from:b                    | a           | -     | -              | SUBJECT BODY ATTACHMENT | from:b
            from:a OR to:b                   | -           | -     | -              | SUBJECT BODY ATTACHMENT | from:a OR to:b
            from,to:a                        | -           | -     | -              | SUBJECT BODY ATTACHMENT | from,to:a
            subject:(a -b)                   | -           | -     | a NOT b        | SUBJECT                 | -
            subject,body:(a OR "b c") from:x | x           | -     | a OR "b c"     | SUBJECT BODY            | -
            filename:q1.xlsx                 | -           | -     | q1.xlsx        | ATTACHMENT              | -
            subject,body,filename:a          | -           | -     | -              | SUBJECT BODY ATTACHMENT | subject,body,filename:a
            a subject:b has:attachment       | -           | -     | a              | SUBJECT BODY ATTACHMENT | subject:b has:attachment
            合同 larger:10k -to:eve          | -           | -     | 合同           | SUBJECT BODY ATTACHMENT | larger:10240 NOT to:eve
            from:"ab*"                       | -           | -     | -              | SUBJECT BODY ATTACHMENT | from:"ab*"
            """)
    void queryIsTakenApart(String query, String senders, String recipients, String keywords, String range, String rest)
            throws QuerySyntaxException {
        Conditions conditions = Conditions.of(Query.parse(query));

        assertThat(conditions.senders()).isEqualTo(people(senders));
        assertThat(conditions.recipients()).isEqualTo(people(recipients));
        assertThat(conditions.keywords()).isEqualTo(keywords == null ? "" : keywords);
        assertThat(conditions.keywordRange()).extracting(Enum::name).containsExactly(range.split(" "));
        assertThat(conditions.rest()).isEqualTo(rest == null ? "" : rest);
        assertSame(conditions.toQuery(), Query.parse(query));
    }

    private static List<String> people(String names) {
        return names == null ? List.of() : List.of(names.split(","));
    }

    @Test
    void anyQueryComesBackFromTheForm() throws QuerySyntaxException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Query> parts = new ArrayList<>();
            for (int n = random.nextInt(4); n >= 0; n--) {
                parts.add(random.nextBoolean() ? QueryTest.query(random, 3) : formLike(random));
            }
            Query query = Query.parse(Query.and(parts).text());
            assertSame(Conditions.of(query).toQuery(), query);
        }
    }

    /** What a form would say: people, or words in some fields. */
    private static Query formLike(Random random) {
        String[] values = {"ada", "Zhang Wei", "@x.org", "ada@x.org", "a*b", "\"q\"", " blank ", "AND", "合同", "*@y.org"
        };
        List<List<Field>> fields = List.of(
                List.of(Field.FROM), List.of(Field.TO), List.of(), List.of(Field.SUBJECT), List.of(Field.FILENAME));
        if (random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? new Query.Department("S" + random.nextInt(3), random.nextBoolean(), random.nextBoolean())
                    : Query.or(List.of(account(random), account(random)));
        }
        List<Field> one = fields.get(random.nextInt(fields.size()));
        List<Query> any = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            any.add(new Query.Text(one, values[random.nextInt(values.length)], false));
        }
        return random.nextInt(5) == 0 ? new Query.Not(Query.or(any)) : Query.or(any);
    }

    private static Query account(Random random) {
        return new Query.Text(List.of(Field.ACCOUNT), "a" + random.nextInt(3) + "@x.org", false);
    }

    /** The same conditions, in any order. */
    private static void assertSame(String text, Query expected) throws QuerySyntaxException {
        assertThat(parts(Query.parse(text))).as(text).containsExactlyInAnyOrderElementsOf(parts(expected));
    }

    private static List<Query> parts(Query query) {
        return query instanceof Query.And and ? and.parts() : List.of(query);
    }

    @Test
    void formBecomesCanonicalText() throws QuerySyntaxException {
        assertThat(form("", List.of("ada@x.org", " “Zhang Wei” ", "", "*@y.org", "wan*")))
                .isEqualTo("from:ada@x.org OR from:\"Zhang Wei\" OR from:@y.org OR from:wan*");
        assertThat(form(List.of("ada"), List.of("bo", "eve"), "（a OR b）－c", EVERYWHERE, "has:attachment")
                        .toQuery())
                .isEqualTo("from:ada (to:bo OR to:eve) (a OR b) NOT c has:attachment");
        assertThat(form(List.of(), List.of(), "budget from:ada", Set.of(KeywordRange.SUBJECT), "")
                        .toQuery())
                .isEqualTo("subject:budget from:ada");
        assertThat(form(List.of(), List.of(), "  ", Set.of(), "").toQuery()).isEqualTo("*");
    }

    private static Conditions form(
            List<String> senders, List<String> recipients, String keywords, Set<KeywordRange> range, String rest) {
        return new Conditions(List.of(), senders, recipients, keywords, range, InDepartments.none(), rest);
    }

    private static String form(String keywords, List<String> senders) throws QuerySyntaxException {
        return form(senders, List.of(), keywords, Set.of(), "").toQuery();
    }

    /** Columns: query, accounts, departments, below, now, rest. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', emptyValue = "", nullValues = "-", textBlock = """
            account:a@x.org                                 | a@x.org         | -       | true  | false | -
            (account:a@x.org OR account:b@x.org) dept:S/*   | a@x.org,b@x.org | S       | true  | false | -
            dept:S OR dept:"North East"                     | -               | S,North East | false | false | -
            dept.now:S/* OR dept.now:S/T/*                  | -               | S,S/T   | true  | true  | -
            dept:S/* OR dept:S                              | -               | -       | true  | false | dept:S/* OR dept:S
            dept:S dept:T                                   | -               | S       | false | false | dept:T
            account:a@x.org account:b@x.org                 | a@x.org         | -       | true  | false | account:b@x.org
            account,from:a@x.org                            | -               | -       | true  | false | account,from:a@x.org
            -dept:S                                         | -               | -       | true  | false | NOT dept:S
            """)
    void accountsAndDepartmentsAreTakenApart(
            String query, String accounts, String departments, boolean below, boolean now, String rest)
            throws QuerySyntaxException {
        Conditions conditions = Conditions.of(Query.parse(query));

        assertThat(conditions.accounts()).isEqualTo(people(accounts));
        assertThat(conditions.departments()).isEqualTo(new InDepartments(people(departments), below, now));
        assertThat(conditions.rest()).isEqualTo(rest == null ? "" : rest);
        assertSame(conditions.toQuery(), Query.parse(query));
    }

    @Test
    void accountsAndDepartmentsBecomeQueryText() throws QuerySyntaxException {
        InDepartments departments = new InDepartments(List.of("dep_1", " /Sales/North East ", "", "S/*"), false, true);
        assertThat(whose(List.of("a@x.org", " ", "b@x.org", "a@x.org"), departments)
                        .toQuery())
                .isEqualTo("(account:a@x.org OR account:b@x.org)"
                        + " (dept.now:dep_1 OR dept.now:\"Sales/North East\" OR dept.now:S/*)");
        assertMistake(whose(List.of("a@x.org", "zhang"), InDepartments.none()), "accounts/1", 1);
        assertMistake(whose(List.of(), new InDepartments(List.of("S", " / "), true, false)), "departments/ids/1", 1);
    }

    @Test
    void missingDepartmentIsPlacedInTheForm() throws QuerySyntaxException {
        Conditions form = whose(List.of("a@x.org"), new InDepartments(List.of("S", " /T/U/*"), false, false));
        String text = form.toQuery();
        QuerySyntaxException missing = Query.unknown(new Query.Department("T/U", true, false), text);
        assertThat(missing.position()).isEqualTo(text.indexOf("T/U") + 1);
        assertThat(form.placed(missing).condition()).isEqualTo("departments/ids/1");
        assertThat(form.placed(missing).position()).isEqualTo(1);
        assertThat(whose(List.of(), InDepartments.none()).placed(missing)).isSameAs(missing);
    }

    @Test
    void fiveHundredAccountsAreOneQuery() throws QuerySyntaxException {
        List<String> pasted = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            pasted.add("somebody.with.a.rather.long.name." + i + "@mail.example.org");
        }
        String text = whose(pasted, InDepartments.none()).toQuery();
        assertThat(Conditions.of(Query.parse(text)).accounts()).isEqualTo(pasted);
    }

    private static Conditions whose(List<String> accounts, InDepartments departments) {
        return new Conditions(accounts, List.of(), List.of(), "", Set.of(), departments, "");
    }

    @Test
    void mistakesAreNamedAtTheirPlaceInTheForm() {
        assertMistake(form(List.of("ada"), List.of(), "x AND (", Set.of(), ""), "keywords", 7);
        assertMistake(form(List.of("ada", " &"), List.of(), "", Set.of(), ""), "senders/1", 2);
        assertMistake(form(List.of(), List.of("a*b"), "", Set.of(), ""), "recipients/0", 2);
        assertMistake(form(List.of(), List.of("*ab"), "", Set.of(), ""), "recipients/0", 1);
        assertMistake(form(List.of(), List.of(), "", Set.of(), "tag:x"), "rest", 1);
    }

    private static void assertMistake(Conditions form, String condition, int position) {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(form::toQuery)
                .satisfies(e -> assertThat(e.condition()).isEqualTo(condition))
                .satisfies(e -> assertThat(e.position()).isEqualTo(position));
    }

    @Test
    void formOfMoreThanAQueryCanHoldIsRefused() {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> form("x ".repeat(1_024), List.of("ada")))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.TOO_MANY_TERMS))
                .satisfies(e -> assertThat(e.condition()).isNull());
    }

    @Test
    void deeplyNestedQueryIsTakenApartInNoTime() throws QuerySyntaxException {
        String deep = "(a OR ".repeat(49) + "(b c)" + ")".repeat(49);
        assertThat(Conditions.of(Query.parse(deep)).keywords())
                .isEqualTo(Query.parse(deep).text());
    }

    /** Columns: query, reason, arguments apart by blanks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', emptyValue = "", textBlock = """
            a) b                | BRACKET_NOT_OPENED    | ^^
            subject:(           | BRACKET_NOT_CLOSED    | subject:(
            ()                  | BRACKETS_EMPTY        | (
            "x                  | QUOTE_NOT_CLOSED      | ^^
            a - b               | MINUS_ALONE           | ^^
            a NOT               | NOTHING_TO_LEAVE_OUT  | NOT
            subject:-a          | NEGATION_BEHIND_FIELD | - subject:
            a OR                | WORD_EXPECTED         | ^^
            OR a                | NOTHING_BEFORE        | OR
            a NEAR b            | NEAR_NOT_SUPPORTED    | ^^
            w*rd                | STAR_INSIDE_WORD      | ^^
            *rd                 | STAR_BEFORE_WORD      | ^^
            w*                  | PREFIX_TOO_SHORT      | w 2
            subject:*           | STAR_ALONE            | 2
            has:attachment*     | STAR_NOT_ALLOWED      | has:
            subject:(a from:b)  | FIELD_INSIDE_FIELD    | from:
            subject:from:a      | FIELD_AFTER_FIELD     | subject:
            subject:            | FIELD_WITHOUT_VALUE   | subject:
            body,larger:5       | FIELD_NOT_COMBINABLE  | larger:
            &                   | NOTHING_TO_SEARCH     | &
            account:zhang       | ACCOUNT_UNREADABLE    | zhang
            dept:Sal*           | DEPARTMENT_UNREADABLE | dept:
            larger:big          | SIZE_UNREADABLE       | larger:big
            """)
    void everyMistakeHasAReasonAndItsArguments(String text, Reason reason, String arguments) {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse(text))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(String.join(" ", e.arguments())).isEqualTo(arguments));
    }

    @Test
    void remainingReasonsAreThoseOfLimitsAndUnknownFields() {
        assertReason("a".repeat(40_001), Reason.TOO_LONG, "40000");
        assertReason("(".repeat(51), Reason.TOO_DEEP, "50");
        assertReason("a ".repeat(1_025), Reason.TOO_MANY_TERMS, "1024");
        String known = String.join(
                ", ",
                new TreeSet<>(Set.of(
                        "account",
                        "dept",
                        "dept.now",
                        "from",
                        "to",
                        "cc",
                        "bcc",
                        "participant",
                        "subject",
                        "body",
                        "filename",
                        "msgid",
                        "has",
                        "is",
                        "larger",
                        "smaller")));
        assertReason("sbuject:x", Reason.FIELD_UNKNOWN, "sbuject", "subject", known);
        assertReason("hold:x", Reason.FIELD_UNKNOWN, "hold", "", known);
    }

    private static void assertReason(String text, Reason reason, String... arguments) {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse(text))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.arguments()).containsExactly(arguments));
    }
}
