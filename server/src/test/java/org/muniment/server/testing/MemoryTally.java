package org.muniment.server.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.muniment.archive.Tally;
import org.muniment.server.testing.MemoryArchive.Kept;

/** The numbers of a {@link MemoryArchive}: what it keeps, by day; nothing merged or excluded. */
final class MemoryTally implements Tally {
    private final MemoryArchive archive;

    MemoryTally(MemoryArchive archive) {
        this.archive = archive;
    }

    @Override
    public List<Day> days(LocalDate from, LocalDate to, ZoneId zone) {
        return from.datesUntil(to.plusDays(1)).map(day -> day(day, zone)).toList();
    }

    @Override
    public List<RuleDay> ruleDays(LocalDate from, LocalDate to, ZoneId zone) {
        return from.datesUntil(to.plusDays(1))
                .map(day -> new RuleDay(day, Map.of(), Map.of()))
                .toList();
    }

    private Day day(LocalDate day, ZoneId zone) {
        Map<String, Long> bySource = archive.kept().stream()
                .filter(kept -> LocalDate.ofInstant(kept.archived(), zone).equals(day))
                .collect(Collectors.groupingBy(kept -> kept.provenance().source(), Collectors.counting()));
        long archived = bySource.values().stream().mapToLong(Long::longValue).sum();
        return new Day(day, archived, 0, 0, bySource);
    }

    @Override
    public Map<String, Long> excluded(Instant from, Instant to) {
        return Map.of();
    }

    @Override
    public List<SentDay> sentDays(LocalDate from, LocalDate to) {
        return days(from, to, ZoneOffset.UTC).stream()
                .map(day -> new SentDay(day.day(), day.archived()))
                .toList();
    }

    @Override
    public long accounts(Set<String> domains) {
        return archive.kept().stream()
                .map(Kept::envelope)
                .flatMap(envelope -> envelope.recipients().stream())
                .filter(address -> domains.contains(address.substring(address.lastIndexOf('@') + 1)))
                .distinct()
                .count();
    }

    @Override
    public void addresses(String domain, Consumer<String> each) {
        archive.kept().stream()
                .map(Kept::envelope)
                .flatMap(envelope -> envelope.recipients().stream())
                .filter(address -> address.endsWith("@" + domain))
                .forEach(each);
    }

    @Override
    public void addresses(String domain, Instant since, Consumer<String> each) {
        archive.kept().stream()
                .filter(kept -> !kept.archived().isBefore(since))
                .map(Kept::envelope)
                .flatMap(envelope -> envelope.recipients().stream())
                .filter(address -> address.endsWith("@" + domain))
                .forEach(each);
    }
}
