package org.muniment.server.archives;

import org.muniment.server.database.Database;
import org.muniment.server.database.RuleTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of the archiving rules. */
@Configuration(proxyBeanMethods = false)
public class RulesConfiguration {

    @Bean
    RuleTable ruleTable(Database database) {
        return new RuleTable(database);
    }

    @Bean
    RuleChanges ruleChanges(OpenArchives archives, RuleTable table, Database database) {
        return new RuleChanges(archives, table, database);
    }
}
