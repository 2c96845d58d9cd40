package org.muniment.index;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muniment.index.SearchIndex.DateField;
import org.muniment.index.SearchIndex.Search;
import org.muniment.index.SearchIndex.TimeRange;
import org.muniment.index.lucene.LuceneIndex;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;

/**
 * Measures the index on mbox files: CPU per mail, bytes on disk, and CPU per search. Arguments: folder of mbox files,
 * folder for the index, number of mails, mails between two refreshes with somebody searching (0 for nobody), memory in
 * megabytes.
 */
public final class IndexMeasurement {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> QUERIES = List.of(
            "energy",
            "the",
            "\"california energy\"",
            "meeting AND agenda",
            "gas OR power",
            "from:phillip.allen@enron.com",
            "from:@enron.com subject:meeting",
            "to:john",
            "participant:allen contract",
            "contract -draft",
            "pric*",
            "NOT enron",
            "subject,body:(gas OR oil) larger:10k",
            "zzzzqqq",
            "\"please let me know\"");

    private IndexMeasurement() {}

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        List<MailDocument> mails = new ArrayList<>();
        EnronMail.read(Path.of(args[0]), Integer.parseInt(args[2]), mails::add);
        long raw = mails.stream().mapToLong(MailDocument::size).sum();
        System.out.printf("%,d mails, %,d bytes, %,d on average%n", mails.size(), raw, raw / mails.size());
        Path folder = Path.of(args[1]);
        try (LuceneIndex index = LuceneIndex.open(folder, Integer.parseInt(args[4]))) {
            index.clear();
            for (int round = 0; round < 2; round++) {
                index.clear();
                feed(index, mails, Integer.parseInt(args[3]));
            }
            System.out.printf("on disk %.3f bytes per raw byte%n", (double) allocated(folder) / raw);
            search(index);
        }
    }

    private static void feed(LuceneIndex index, List<MailDocument> mails, int refreshEach) throws IOException {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        int added = 0;
        for (MailDocument mail : mails) {
            index.add("2031-11", mail);
            if (refreshEach > 0 && ++added % refreshEach == 0) {
                index.refresh();
                index.size();
            }
        }
        long addedCpu = SYSTEM.getProcessCpuTime();
        index.commit(Map.of("a", (long) mails.size()));
        index.refresh();
        index.size();
        double count = mails.size();
        System.out.printf(
                "add %.3f ms CPU, with commit %.3f ms CPU and %.3f ms wall per mail%n",
                (addedCpu - cpu) / 1e6 / count,
                (SYSTEM.getProcessCpuTime() - cpu) / 1e6 / count,
                (System.nanoTime() - start) / 1e6 / count);
    }

    private static void search(LuceneIndex index) throws IOException, QuerySyntaxException {
        List<Double> counts = new ArrayList<>();
        List<Double> finds = new ArrayList<>();
        for (String text : QUERIES) {
            Search search = new Search(Query.parse(text), new TimeRange(null, null, DateField.SENT), null, Map.of());
            double count = median(() -> index.count(search), counts);
            double find = median(() -> index.find(search, 50, null).total(), finds);
            System.out.printf("%-45s %,9d  count %.3f ms  find %.3f ms%n", text, index.count(search), count, find);
        }
        System.out.printf("p95 of CPU: count %.3f ms, find %.3f ms%n", p95(counts), p95(finds));
    }

    private interface Work {
        long run() throws IOException;
    }

    /** Median CPU time of warm runs; other work on the machine does not count. */
    private static double median(Work work, List<Double> all) throws IOException {
        double[] times = new double[600];
        for (int i = 0; i < times.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
        for (double time : warm) {
            all.add(time);
        }
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static double p95(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() * 95 / 100);
    }

    private static long allocated(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return (Files.size(file) + 4095) / 4096 * 4096;
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sum();
        }
    }
}
