package org.muniment.server.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the slots of a story: the same slot with the same word throughout. Not thread-safe. */
final class Vocabulary {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    private static final Map<Language, Map<String, List<String>>> LISTS =
            Map.of(Language.ENGLISH, lists(Language.ENGLISH), Language.CHINESE, lists(Language.CHINESE));

    private final Language language;
    private final Dice dice;
    private final LocalDate today;
    private final Map<String, String> chosen = new HashMap<>();

    Vocabulary(Language language, Dice dice, Instant today) {
        this.language = language;
        this.dice = dice;
        this.today = LocalDate.ofInstant(today, ZoneOffset.UTC);
    }

    /** Fixes what a slot says. */
    void put(String slot, String word) {
        chosen.put(slot, word);
    }

    String word(String slot) {
        String word = chosen.get(slot);
        if (word == null) {
            word = fill(choose(slot)); // a word may have slots of its own
            chosen.put(slot, word);
        }
        return word;
    }

    String fill(String text) {
        Matcher slots = SLOT.matcher(text);
        return slots.replaceAll(slot -> Matcher.quoteReplacement(word(slot.group(1))));
    }

    private String choose(String slot) {
        return switch (slot) {
            case "amount" -> amount();
            case "number" -> "LT-" + today.getYear() + "-" + dice.between(1_000, 9_999);
            case "quantity" -> Integer.toString(dice.between(3, 90) * 20);
            case "container" -> "LNHU " + dice.between(100_000, 999_999) + "-" + dice.between(0, 9);
            case "date" -> date(today.plusDays(dice.between(6, 40)));
            default -> dice.pick(list(slot));
        };
    }

    private List<String> list(String slot) {
        List<String> list = LISTS.getOrDefault(language, Map.of()).get(slot);
        if (list == null) {
            throw new IllegalStateException("no words for {" + slot + "} in " + language);
        }
        return list;
    }

    private String amount() {
        int hundreds = dice.between(9, 3_800);
        String number = String.format(language.locale(), "%,d", hundreds * 100);
        return language == Language.CHINESE ? "人民币" + number + "元" : "EUR " + number + ".00";
    }

    private String date(LocalDate date) {
        String pattern = language == Language.CHINESE ? "M月d日" : "d MMMM";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(date);
    }

    private static Map<String, List<String>> lists(Language language) {
        Map<String, List<String>> lists = new HashMap<>();
        Story.file("words." + language.code() + ".txt").lines().forEach(line -> {
            int colon = line.indexOf(':');
            lists.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split("\\s*\\|\\s*", -1)));
        });
        return lists;
    }
}
