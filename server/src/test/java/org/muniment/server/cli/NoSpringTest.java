package org.muniment.server.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

class NoSpringTest {

    @Test
    void commandsLoadNothingThatIsSlowToStart() {
        noClasses()
                .that()
                .resideInAPackage("org.muniment.server.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "tools.jackson.databind..", "java.net.http..")
                .because("a command must answer in less than a second")
                .check(new ClassFileImporter().importPackages("org.muniment.server.cli"));
    }
}
