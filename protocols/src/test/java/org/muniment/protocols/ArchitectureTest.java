package org.muniment.protocols;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.message.Envelope;
import org.muniment.message.RawMessage;
import org.muniment.message.Spool;

final class ArchitectureTest {
    private static final Set<String> SEEN =
            Set.of(Envelope.class.getName(), RawMessage.class.getName(), Spool.class.getName());
    private static final JavaClasses PROTOCOLS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.muniment.protocols");

    @Test
    void listenersSeeEnvelopesAndRawMessagesOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                "javax.net.ssl..",
                                "org.slf4j..",
                                "org.jspecify..",
                                "org.muniment.protocols..")
                        .or(describe("an envelope, a raw message or a spool", ArchitectureTest::seen)))
                .because("a listener that cannot parse, store or search mail cannot change or lose it either:"
                        + " it moves a stranger's bytes, and whoever it hands them to decides")
                .check(PROTOCOLS);
    }

    private static boolean seen(JavaClass type) {
        return SEEN.stream()
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    @Test
    void sharedPartKnowsNoProtocol() {
        noClasses()
                .that()
                .resideInAPackage("org.muniment.protocols")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.muniment.protocols.*..")
                .because("SMTP, LMTP, POP3 and the milter share it")
                .check(PROTOCOLS);
    }
}
