package org.muniment.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The query language of docs/formats/query.md: what is read, how it is printed, and what is said about mistakes. */
class QueryTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ^^                                  | *
            *                                   | *
            a b                                 | a b
            a AND b                             | a b
            a and b                             | a and b
            a OR b c                            | a OR (b c)
            (a OR b) c                          | (a OR b) c
            ((a))                               | a
            (a b) (c d)                         | a b c d
            -a                                  | NOT a
            NOT -a                              | NOT NOT a
            a -b OR c                           | (a NOT b) OR c
            -(a b)                              | NOT (a b)
            "two words"                         | "two words"
            "one"                               | one
            ”中文”                              | 中文
            foo"bar baz"                        | foo "bar baz"
            foo-bar 3.14 a@b.c file_name.pdf    | foo-bar 3.14 a@b.c file_name.pdf
            12:30                               | "12:30"
            http://example.com/x                | "http://example.com/x"
            时间：下午                          | "时间：下午"
            wor*                                | wor*
            "foo bar"*                          | "foo bar"*
            "wor*"                              | "wor*"
            "a \\"b\\" c:\\temp \\\\"           | "a \\"b\\" c:\\\\temp \\\\"
            "AND"                               | "AND"
            subject:x                           | subject:x
            SUBJECT:x                           | subject:x
            subject: x                          | subject:x
            subject:(a OR b)                    | subject:a OR subject:b
            subject:(a -b)                      | subject:a NOT subject:b
            body,subject:(a b)                  | subject,body:a subject,body:b
            subject,subject:a                   | subject:a
            subject：（a OR “b c”）－d          | (subject:a OR subject:"b c") NOT d
            from:*@supplier.cn                  | from:@supplier.cn
            from:@supplier.cn                   | from:@supplier.cn
            to:"Ann Lee"                        | to:"Ann Lee"
            -to:legal@acme.cn                   | NOT to:legal@acme.cn
            msgid:<a.b@c>                       | msgid:"<a.b@c>"
            has:attachment                      | has:attachment
            is:PARTIAL                          | is:partial
            larger:10k                          | larger:10240
            smaller:5M                          | smaller:5242880
            larger:1g                           | larger:1073741824
            larger:20kb                         | larger:20480
            larger:7                            | larger:7
            is:SPAM -is:autoreply               | is:spam NOT is:autoreply
            is:forwarded OR is:system           | is:forwarded OR is:system
            account:bob@example.org             | account:bob@example.org
            Account：（a@x.org OR b@x.org）     | account:a@x.org OR account:b@x.org
            -account:a@x.org                    | NOT account:a@x.org
            dept:dep_01ABC                      | dept:dep_01ABC
            dept: Sales/North                   | dept:Sales/North
            DEPT:Sales/North/*                  | dept:Sales/North/*
            dept:/Sales//North/                 | dept:Sales/North
            dept:"Sales / North East"           | dept:"Sales/North East"
            dept:"Sales/North East/*"           | dept:"Sales/North East/*"
            dept:"Sales/North East/"*           | dept:"Sales/North East/*"
            dept：财务／会计／＊                | dept:财务/会计/*
            dept:R&D                            | dept:R&D
            dept:"A*"                           | dept:"A*"
            dept.now:Sales                      | dept.now:Sales
            dept.now:Sales/* OR dept:Sales      | dept.now:Sales/* OR dept:Sales
            """)
    void queryIsReadAndPrinted(String text, String canonical) throws QuerySyntaxException {
        Query query = Query.parse(text);
        assertThat(query.text()).isEqualTo(canonical);
        assertThat(Query.parse(canonical)).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            subject:(               | 9  | `subject:(` has no closing bracket
            a (b OR c               | 3  | `(` has no closing bracket
            a) b                    | 2  | `)` has no opening bracket
            ()                      | 1  | `()` holds nothing
            subject:()              | 1  | `subject:()` holds nothing
            合同 "x                 | 4  | `"` has no closing quotation mark
            𠀀𠀀 (                  | 4  | `(` has no closing bracket
            a OR                    | 5  | the query ends where a word is expected
            OR a                    | 1  | `OR` has nothing before it
            a AND AND b             | 7  | `AND` has nothing before it
            a NOT                   | 3  | `NOT` has nothing to leave out
            a - b                   | 3  | `-` stands alone; write it directly before what is to be left out
            subject:                | 1  | `subject:` has no value
            subject: OR b           | 1  | `subject:` has no value
            subject:-a              | 9  | write `-` before `subject:`, not behind it
            subject:from:a          | 9  | `subject:` is followed by another field
            subject:(a from:b)      | 12 | `from:` stands inside the brackets of another field
            subject:*               | 9  | `*` needs at least 2 characters before it
            w*                      | 1  | `w*` needs at least 2 letters or digits before the `*`
            foo.*                   | 1  | `foo.*` needs at least 2 letters or digits before the `*`
            w*rd                    | 2  | `*` can stand only at the end of a word
            *rd                     | 1  | `*` can stand only at the end of a word, or before the @ of an address
            subject:*@x.org         | 9  | `*` can stand only at the end of a word, or before the @ of an address
            Tom & Jerry             | 5  | `&` has no letter or digit to search for
            has:pdf                 | 5  | `has:pdf` is not known; there are has:attachment, is:partial, is:spam, is:autoreply, is:forwarded, is:system
            x account:zhang         | 11 | `zhang` is no whole address, as `account:` needs one; `participant:` finds names, domains and beginnings
            account:@x.org          | 9  | `@x.org` is no whole address, as `account:` needs one; `participant:` finds names, domains and beginnings
            account:(a@x.org b@x*)  | 18 | `b@x*` is no whole address, as `account:` needs one; `participant:` finds names, domains and beginnings
            x dept:Sal*             | 8  | `dept:` takes the id of a department, or its path as in `Sales/North`; `/*` behind it takes in all departments below
            dept:/*                 | 6  | `dept:` takes the id of a department, or its path as in `Sales/North`; `/*` behind it takes in all departments below
            dept.now:"/ /"          | 10 | `dept.now:` takes the id of a department, or its path as in `Sales/North`; `/*` behind it takes in all departments below
            dept:                   | 1  | `dept:` has no value
            dept:(a OR b)           | 1  | `dept:` has no value
            larger:big              | 8  | `larger:big` is no size; write bytes, or 10k, 5M, 1g
            larger:99999999999g     | 8  | `larger:99999999999g` is no size; write bytes, or 10k, 5M, 1g
            larger:                 | 1  | `larger:` has no value
            a NEAR/3 b              | 3  | NEAR is not supported yet; put words that follow each other in quotation marks
            """)
    void mistakeIsNamedWithItsPlace(String text, int position, String message) {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse(text))
                .withMessage(message + " (position " + position + ")")
                .matches(e -> e.position() == position);
    }

    @Test
    void unknownFieldIsNamedWithTheFieldsThereAre() {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse("x hold:sales"))
                .withMessageStartingWith("field `hold` is not known; fields are account, bcc, body, cc, dept,")
                .withMessageEndingWith("(position 3)");
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse("body,sbuject:x"))
                .withMessageStartingWith("field `sbuject` is not known, did you mean `subject`?")
                .withMessageEndingWith("(position 6)");
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse("body,larger:5"))
                .withMessageStartingWith("`larger:` cannot be combined with other fields");
    }

    @Test
    void lengthDepthAndNumberOfTermsAreBounded() throws QuerySyntaxException {
        assertThat(Query.parse("a".repeat(40_000))).isNotNull();
        assertRefused("a".repeat(40_001), "the query has more than 40000 characters");
        assertThat(Query.parse("(".repeat(50) + "a" + ")".repeat(50))).isNotNull();
        assertRefused("(".repeat(51) + "a" + ")".repeat(51), "the query is nested more than 50 deep");
        assertRefused("-".repeat(5_000) + "a", "the query is nested more than 50 deep");
        assertThat(Query.parse("a ".repeat(1_024))).isNotNull();
        assertRefused("a ".repeat(1_025), "the query has more than 1024 terms");
        assertRefused("subject,body:(" + "a ".repeat(513) + ")", "the query has more than 1024 terms");
    }

    @Test
    void canonicalTextOfAnyQueryIsReadAsThatQuery() throws QuerySyntaxException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            Query query = query(random, 4);
            assertThat(Query.parse(query.text())).as(query.text()).isEqualTo(query);
        }
    }

    @Test
    void anyTextIsReadOrRefusedWithAPlaceInIt() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String[] pieces = {
            "a",
            "合",
            "𠀀",
            " ",
            "\"",
            "“",
            "(",
            "）",
            "-",
            "－",
            "*",
            ":",
            "：",
            "subject:",
            "from,to:",
            "OR",
            "AND",
            "NOT ",
            "\\",
            "larger:",
            "10k",
            "@",
            ".",
            "\uD800",
            "\u0000",
            "has:",
            "dept:",
            "dept.now:",
            "account:",
            "x@y.z",
            "/",
            "／＊",
            ",",
            "NEAR/2"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            assertReadOrRefused(text.toString());
        }
    }

    private static void assertReadOrRefused(String text) {
        Query query;
        try {
            query = Query.parse(text);
        } catch (QuerySyntaxException e) {
            assertThat(e.position()).as(text).isBetween(1, text.codePointCount(0, text.length()) + 1);
            return;
        }
        try {
            assertThat(Query.parse(query.text())).as(text).isEqualTo(query);
        } catch (QuerySyntaxException e) {
            throw new AssertionError(text + " is printed as " + query.text(), e);
        }
    }

    @Test
    void aMissingDepartmentIsNamedAtItsPlace() throws QuerySyntaxException {
        String text = "合同 (dept:Sales OR dept:\"Sales/*\") dept.now:Sales";
        Query.Department below = new Query.Department("Sales", true, false);
        Query.Department now = new Query.Department("Sales", false, true);
        assertThat(Query.parse(text).text()).contains(below.text()).contains(now.text());

        QuerySyntaxException missing = Query.unknown(below, text);
        assertThat(missing).hasMessage("there is no department `Sales` (position 24)");
        assertThat(missing.position()).isEqualTo(24);
        assertThat(missing.reason()).isEqualTo(QuerySyntaxException.Reason.DEPARTMENT_UNKNOWN);
        assertThat(missing.arguments()).containsExactly("Sales");
        assertThat(Query.unknown(now, text).position()).isEqualTo(44);
        assertThat(Query.unknown(now, "another (").position()).isEqualTo(1);
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(QuerySyntaxException.class)
                .isThrownBy(() -> Query.parse(text))
                .withMessageStartingWith(message);
    }

    static Query query(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 7 : 11)) {
            case 0 -> new Query.Is(Query.Property.values()[random.nextInt(Query.Property.values().length)]);
            case 1 -> new Query.Size(random.nextBoolean(), random.nextLong(Long.MAX_VALUE >> random.nextInt(62)));
            case 2 -> new Query.All();
            case 3, 4 -> text(random);
            case 5 -> department(random);
            case 6 -> new Query.Text(List.of(Field.ACCOUNT), "a" + random.nextInt(9) + "@x.org", false);
            case 7 -> new Query.Not(query(random, depth - 1));
            case 8 -> new Query.And(queries(random, depth - 1));
            default -> new Query.Or(queries(random, depth - 1));
        };
    }

    private static List<Query> queries(Random random, int depth) {
        List<Query> parts = new ArrayList<>();
        for (int n = 2 + random.nextInt(3); n > 0; n--) {
            parts.add(query(random, depth));
        }
        return parts;
    }

    private static Query department(Random random) {
        String[] names = {
            "Sales", "North East", "财务", "R&D", "\"q\"", "a\\b", "AND", "-x", "a:b", "(c)", "dep_01", "d*e"
        };
        List<String> path = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            path.add(names[random.nextInt(names.length)]);
        }
        return new Query.Department(String.join("/", path), random.nextBoolean(), random.nextBoolean());
    }

    private static Query text(Random random) {
        String[] pieces = {"ab", "合同", " ", "\"", "”", "\\", "(", "-", "*", ":", "：", "@", ".", "AND", "\n", "é"};
        StringBuilder value = new StringBuilder();
        for (int n = random.nextInt(6); n > 0; n--) {
            value.append(pieces[random.nextInt(pieces.length)]);
        }
        value.append(random.nextBoolean() ? "word" : "OR");
        List<Field> all = List.copyOf(EnumSet.complementOf(EnumSet.of(Field.ACCOUNT)));
        List<Field> fields = new ArrayList<>();
        for (int n = random.nextInt(3); n > 0; n--) {
            fields.add(all.get(random.nextInt(all.size())));
        }
        return new Query.Text(fields, value.toString(), random.nextInt(4) == 0);
    }
}
