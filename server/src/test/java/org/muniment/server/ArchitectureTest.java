package org.muniment.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muniment.index.BadCursorException;
import org.muniment.index.Expansion;
import org.muniment.index.Hit;
import org.muniment.index.SearchIndex;
import org.muniment.index.Span;
import org.muniment.index.Words;
import org.muniment.index.query.Conditions;
import org.muniment.index.query.Query;
import org.muniment.index.query.QuerySyntaxException;
import org.muniment.store.StoreFullException;
import org.muniment.store.StoreUnavailableException;

/** The arrows of the design, section 2; each line says why. */
class ArchitectureTest {
    private static final String MESSAGE = "org.muniment.message..";
    private static final String STORE = "org.muniment.store..";
    private static final String INDEX = "org.muniment.index..";
    private static final String ARCHIVE = "org.muniment.archive..";
    private static final String EVIDENCE = "org.muniment.evidence..";
    private static final String PROTOCOLS = "org.muniment.protocols..";
    private static final String SERVER = "org.muniment.server..";
    private static final String API = "org.muniment.server.api..";

    /** What the archive's own signatures are made of: values and errors, nothing that reads or writes. */
    private static final Set<String> IN_THE_ARCHIVES_SIGNATURES = Set.of(
            Hit.class.getName(),
            SearchIndex.TimeRange.class.getName(),
            SearchIndex.DateField.class.getName(),
            QuerySyntaxException.class.getName(),
            QuerySyntaxException.Reason.class.getName(),
            BadCursorException.class.getName(),
            Span.class.getName(),
            Query.class.getName(), // the language alone finds nothing
            Conditions.class.getName(),
            Conditions.KeywordRange.class.getName(),
            Conditions.InDepartments.class.getName(),
            Words.class.getName(), // folds text, and knows of no index
            Expansion.Holding.class.getName(), // who is meant, as the server's directory tells the archive
            StoreFullException.class.getName(),
            StoreUnavailableException.class.getName());

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar")) // what other modules' tests lend to ours
            .importPackages("org.muniment");

    @Test
    void springStaysInTheServer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("what keeps, finds and proves mail must outlive any framework"));
    }

    @Test
    void theApiKnowsTheArchiveAlone() {
        check(
                noClasses()
                        .that()
                        .resideInAnyPackage(API, "org.muniment.server.jobs..")
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(STORE, INDEX).and(notInTheArchivesSignatures()))
                        .because(
                                "every read goes through the archive's guarded door, which knows actor and scope and logs first"));
    }

    private static DescribedPredicate<JavaClass> notInTheArchivesSignatures() {
        return DescribedPredicate.describe(
                "are not values or errors of the archive's own signatures",
                type -> !IN_THE_ARCHIVES_SIGNATURES.contains(type.getName()));
    }

    @Test
    void protocolsKnowTheMessageAlone() {
        check(noClasses()
                .that()
                .resideInAPackage(PROTOCOLS)
                .should()
                .dependOnClassesThat(resideInAPackage("org.muniment..")
                        .and(DescribedPredicate.not(resideInAnyPackage(PROTOCOLS, MESSAGE))))
                .because(
                        "a listener takes a stranger's bytes; it should have nothing in reach but where to hand them"));
    }

    @Test
    void messageStoreAndIndexAreStrangers() {
        stranger(MESSAGE, STORE, INDEX, ARCHIVE);
        stranger(STORE, MESSAGE, INDEX, ARCHIVE);
        stranger(INDEX, MESSAGE, STORE, ARCHIVE);
    }

    private static void stranger(String one, String... others) {
        check(noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("each of the three can be understood, tested and replaced alone"));
    }

    @Test
    void onlyTheArchiveKnowsAllThree() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(ARCHIVE, INDEX, "org.muniment.bench..")
                .should()
                .dependOnClassesThat(resideInAPackage(INDEX).and(notInTheArchivesSignatures()))
                .because("what is in the index and who may see it is decided in one place"));
    }

    @Test
    void theVerifierNeedsNothingButTheJdk() {
        check(classes()
                .that()
                .resideInAPackage(EVIDENCE)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(EVIDENCE, "java..", "javax.crypto..", "org.jspecify.annotations..")
                .because("an opponent verifies with this jar alone"));
    }

    @Test
    void nothingOfTheProductKnowsTheServer() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER)
                .because("arrows point inwards: the server puts the parts together"));
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCT);
    }
}
