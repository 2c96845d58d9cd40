package org.muniment.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.muniment.index.Expansion;
import org.muniment.index.MailDocument.Label;
import org.muniment.index.Words;
import org.muniment.index.query.Field;
import org.muniment.index.query.Query.All;
import org.muniment.index.query.Query.And;
import org.muniment.index.query.Query.Department;
import org.muniment.index.query.Query.Is;
import org.muniment.index.query.Query.Not;
import org.muniment.index.query.Query.Or;
import org.muniment.index.query.Query.Property;
import org.muniment.index.query.Query.Size;
import org.muniment.index.query.Query.Text;

/** Turns a query into Lucene's. Nothing in it scores: a message matches or does not. */
final class Compiler {
    private static final List<String> KEYWORDS = List.of(Fields.SUBJECT, Fields.BODY, Fields.FILENAME);

    private final Expansion expansion;

    Compiler(Expansion expansion) {
        this.expansion = expansion;
    }

    /** The query, and the filter that holds whatever the query says. */
    Query compile(org.muniment.index.query.Query query, org.muniment.index.query.@Nullable Query filter) {
        return compile(filter == null ? query : org.muniment.index.query.Query.and(List.of(query, filter)));
    }

    private Query compile(org.muniment.index.query.Query query) {
        return switch (query) {
            case All all -> MatchAllDocsQuery.INSTANCE;
            case And and -> and(and.parts());
            case Or or -> or(or.parts().stream().map(this::compile).toList());
            case Not not -> and(List.of(not));
            case Size size -> size(size.larger(), size.bytes());
            case Is is -> flag(is.property());
            case Text text -> text(text);
            case Department department -> members(department);
        };
    }

    private Query and(List<org.muniment.index.query.Query> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (org.muniment.index.query.Query part : parts) {
            if (part instanceof Not not) {
                all.add(compile(not.part()), Occur.MUST_NOT);
            } else {
                all.add(compile(part), Occur.FILTER);
                positive = true;
            }
        }
        if (!positive) {
            all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return all.build();
    }

    private static Query or(List<Query> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        parts.forEach(part -> any.add(part, Occur.SHOULD));
        return any.build();
    }

    private static Query size(boolean larger, long bytes) {
        if (bytes == (larger ? Long.MAX_VALUE : 0)) {
            return new MatchNoDocsQuery("no size is beyond the bound");
        }
        return larger
                ? NumericDocValuesField.newSlowRangeQuery(Fields.SIZE, bytes + 1, Long.MAX_VALUE)
                : NumericDocValuesField.newSlowRangeQuery(Fields.SIZE, 0, bytes - 1);
    }

    private static Query flag(Property property) {
        return switch (property) {
            case ATTACHMENT -> new TermQuery(new Term(Fields.FLAG, Fields.ATTACHMENT));
            case PARTIAL -> new TermQuery(new Term(Fields.FLAG, Fields.PARTIAL));
            case SPAM -> labelled(Label.SPAM);
            case AUTOREPLY -> labelled(Label.AUTOREPLY);
            case FORWARDED -> labelled(Label.FORWARDED);
            case SYSTEM -> labelled(Label.SYSTEM);
        };
    }

    private static Query labelled(Label label) {
        return new TermQuery(new Term(Fields.FLAG, Fields.label(label)));
    }

    private Query members(Department department) {
        List<Stay> stays = new ArrayList<>();
        for (Expansion.Holding member : expansion.members().getOrDefault(department, List.of())) {
            stays.add(department.now() ? Stay.always(member.address()) : Stay.of(member));
        }
        return TakesPartQuery.of(stays);
    }

    private Query account(Text text) {
        List<Stay> stays = new ArrayList<>();
        stays.add(Stay.always(text.value()));
        expansion.aliases().getOrDefault(text.value(), List.of()).forEach(alias -> stays.add(Stay.of(alias)));
        return TakesPartQuery.of(stays);
    }

    private Query text(Text text) {
        List<Query> anywhere = new ArrayList<>();
        if (text.fields().isEmpty()) {
            KEYWORDS.forEach(field -> anywhere.add(words(field, text)));
        }
        for (Field field : text.fields()) {
            anywhere.addAll(in(field, text));
        }
        return or(anywhere);
    }

    private List<Query> in(Field field, Text text) {
        return switch (field) {
            case ACCOUNT -> List.of(account(text));
            case FROM -> List.of(mailbox(Fields.FROM, text));
            case TO -> List.of(mailbox(Fields.TO, text));
            case CC -> List.of(mailbox(Fields.CC, text));
            case BCC -> List.of(mailbox(Fields.BCC, text));
            case PARTICIPANT -> List.of(mailbox(Fields.FROM, text), mailbox(Fields.TO, text));
            case SUBJECT -> List.of(words(Fields.SUBJECT, text));
            case BODY -> List.of(words(Fields.BODY, text));
            case FILENAME -> List.of(words(Fields.FILENAME, text));
            case MSGID -> List.of(whole(Fields.MSGID, withoutBrackets(text.value()), text.prefix()));
        };
    }

    private static Query mailbox(String name, Text text) {
        String value = text.value();
        if (!Field.FROM.isWhole(value)) {
            return words(name, text);
        }
        return whole(name, value.startsWith("@") ? value : "=" + withoutBrackets(value), text.prefix());
    }

    private static Query whole(String name, String value, boolean prefix) {
        Term term = new Term(name, Words.folded(Fields.cut(value)));
        return prefix ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static String withoutBrackets(String value) {
        int start = value.startsWith("<") ? 1 : 0;
        int end = value.endsWith(">") ? value.length() - 1 : value.length();
        return start < end ? value.substring(start, end) : value;
    }

    private static Query words(String name, Text text) {
        Row row = Row.of(text);
        return phrase(name, row.words(), row.prefix());
    }

    private static Query phrase(String name, List<BytesRef> row, boolean prefix) {
        if (row.isEmpty()) {
            return new MatchNoDocsQuery("no words");
        }
        if (row.size() == 1) {
            Term term = new Term(name, row.getFirst());
            return prefix ? new PrefixQuery(term) : new TermQuery(term);
        }
        return prefix
                ? new PrefixPhraseQuery(name, row.subList(0, row.size() - 1), row.getLast())
                : new PhraseQuery(name, row.toArray(BytesRef[]::new));
    }
}
