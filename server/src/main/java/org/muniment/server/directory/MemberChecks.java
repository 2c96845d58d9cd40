package org.muniment.server.directory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.server.language.Message;
import org.muniment.server.setup.MailNames;

/** What accounts must look like. Each check gives back the value as it is kept, or throws. */
final class MemberChecks {
    static final int MOST_ACCOUNTS = 200_000;
    static final int MOST_ALIASES = 50;
    static final int MOST_DEPARTMENTS = 20;

    private final DepartmentTree tree;
    private final Set<String> domains;

    MemberChecks(DepartmentTree tree, Set<String> domains) {
        this.tree = tree;
        this.domains = Set.copyOf(domains);
    }

    String address(String pointer, String text) {
        Optional<String> address = MailNames.address(text);
        if (address.isEmpty()) {
            throw MemberRefusedException.invalid(pointer, Message.of("members.address", shown(text)));
        }
        String domain = address.get().substring(address.get().lastIndexOf('@') + 1);
        if (!domains.contains(domain)) {
            throw MemberRefusedException.invalid(pointer, Message.of("members.address-domain", shown(domain)));
        }
        return address.get();
    }

    String name(String pointer, String text) {
        return MemberNames.person(text)
                .orElseThrow(() ->
                        MemberRefusedException.invalid(pointer, Message.of("members.name", MemberNames.LONGEST_NAME)));
    }

    /** Aliases in their order, each once, without the primary address. */
    List<String> aliases(String pointer, List<String> texts, String primary) {
        if (texts.size() > MOST_ALIASES) {
            throw MemberRefusedException.invalid(pointer, Message.of("members.aliases", MOST_ALIASES));
        }
        Set<String> aliases = new LinkedHashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            aliases.add(address(pointer + "/" + i, texts.get(i)));
        }
        aliases.remove(primary);
        return List.copyOf(aliases);
    }

    List<String> departments(String pointer, List<String> ids) {
        if (ids.size() > MOST_DEPARTMENTS) {
            throw MemberRefusedException.invalid(pointer, Message.of("members.departments", MOST_DEPARTMENTS));
        }
        Set<String> departments = new LinkedHashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            departments.add(openDepartment(pointer + "/" + i, ids.get(i)).id());
        }
        return new ArrayList<>(departments);
    }

    Department openDepartment(String pointer, String id) {
        return tree.find(id)
                .filter(Department::isOpen)
                .orElseThrow(
                        () -> MemberRefusedException.unknown(pointer, Message.of("members.no-department", shown(id))));
    }

    /** The names of a path {@code Sales/North} from the top. */
    List<String> path(String text) {
        return path(List.of(text.split("/", DepartmentTree.DEEPEST + 2)));
    }

    /** The names of a path, each as it is kept. */
    List<String> path(List<String> names) {
        if (names.size() > DepartmentTree.DEEPEST) {
            throw MemberRefusedException.invalid("", Message.of("members.too-deep", DepartmentTree.DEEPEST));
        }
        return names.stream()
                .map(name -> MemberNames.department(name)
                        .orElseThrow(() -> MemberRefusedException.invalid(
                                "", Message.of("members.department-name", MemberNames.LONGEST_DEPARTMENT))))
                .toList();
    }

    /** By which a source knows an account. */
    String externalKey(String text) {
        return MemberNames.person(text)
                .orElseThrow(
                        () -> MemberRefusedException.invalid("", Message.of("members.name", MemberNames.LONGEST_NAME)));
    }

    /** What was sent as it is repeated: not longer than it could be. */
    static String shown(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
