package org.muniment.server.directory;

import java.util.function.Function;
import org.muniment.archive.Directory;
import org.muniment.server.archives.OpenArchives;
import org.muniment.server.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells the archives whom searches by account and by department mean. */
@Configuration(proxyBeanMethods = false)
public class SearchedMembersConfiguration {

    @Bean
    Function<String, Directory> searchedMembers(
            Database database, MemberLookup lookup, MailDomains domains, OpenArchives archives) {
        Function<String, Directory> directories =
                organisation -> new MemberDirectory(database, lookup, domains, organisation);
        archives.consult(directories);
        return directories;
    }
}
