package org.muniment.server.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muniment.server.directory.OneDirectory.ORG;
import static org.muniment.server.directory.OneDirectory.OTHER;
import static org.muniment.server.directory.OneDirectory.POSTMASTER;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportTest {
    private static final String FIRST = """
            address,name,department,aliases,state
            ada@example.org,Ada,Sales/North,a.l@example.org;ada.l@example.org,
            bob@example.org,Bob,Sales/North,,active
            eve@example.org,Eve,Legal,,disabled
            """;

    @TempDir
    private Path home;

    private OneDirectory directory;

    @BeforeEach
    void open() throws IOException {
        directory = OneDirectory.make(home);
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private List<String> faults(String table) {
        try {
            directory.plan(table);
            return List.of();
        } catch (MemberRefusedException e) {
            return e.faults().stream().map(fault -> fault.sentence().english()).toList();
        }
    }

    @Test
    void aPlanShowsTheDifferenceAndIsAppliedAsItWasShown() throws IOException {
        Plan first = directory.plan(FIRST);
        assertThat(first.counts())
                .containsEntry("new", 3L)
                .containsEntry("department", 3L)
                .containsEntry("unchanged", 0L);
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 9)
                        .total())
                .isZero();
        assertThat(directory.log).isEmpty();
        directory.plans.apply(ORG, POSTMASTER, first.id(), false);
        assertThat(directory
                        .members
                        .tree(ORG)
                        .pathText(directory.at("ada@example.org").departments().getFirst()))
                .isEqualTo("Sales/North");
        assertThat(directory.at("a.l@example.org").address()).isEqualTo("ada@example.org");
        assertThat(directory.at("eve@example.org").state()).isEqualTo(AccountState.DISABLED);

        directory.days(1);
        Plan second = directory.plan("""
                address;name;department;state
                ada@example.org;Ada Lovelace;Sales/North;
                bob@example.org;Bob;sales/ SOUTH ;
                zoe@example.org;Zoe;;
                """);
        assertThat(second.counts())
                .containsEntry("new", 1L)
                .containsEntry("renamed", 1L)
                .containsEntry("moved", 1L)
                .containsEntry("left", 1L)
                .containsEntry("department", 1L);
        DirectoryPlans.Page left = directory.plans.changes(second, PlanChange.Kind.LEFT, 0, 10);
        assertThat(left.changes()).extracting(one -> one.after().address()).containsExactly("eve@example.org");
        directory.log.clear();
        Plan applied = directory.plans.apply(ORG, POSTMASTER, second.id(), false);
        assertThat(applied.state()).isEqualTo(Plan.State.APPLIED);
        assertThat(directory.log)
                .extracting(OneDirectory.Entry::type)
                .containsExactly("directory.import", "directory.import_part");
        assertThat(directory.log.getFirst().detail())
                .containsEntry("object", second.id())
                .containsEntry("left", "1");
        assertThat(directory.log.getLast().detail().get("changes")).contains("left eve@example.org");
        assertThat(directory.at("ada@example.org").aliases())
                .as("no column, no change")
                .hasSize(2);
        assertThat(directory.at("eve@example.org").state()).isEqualTo(AccountState.DELETED);
        assertThat(directory
                        .members
                        .tree(ORG)
                        .pathText(directory.at("bob@example.org").departments().getFirst()))
                .isEqualTo("Sales/SOUTH");
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, second.id(), true))
                .hasMessageContaining("already");

        Plan third = directory.plan(FIRST);
        assertThat(third.counts())
                .containsEntry("back", 1L)
                .containsEntry("left", 1L)
                .containsEntry("moved", 1L);
    }

    @Test
    void sameAgainChangesNothing() throws IOException {
        directory.applied(FIRST);
        Plan again = directory.plan(FIRST);
        assertThat(again.changes()).isZero();
        assertThat(again.counts()).containsEntry("unchanged", 3L);
        long revision = directory.lookup.revision(ORG);
        directory.plans.apply(ORG, POSTMASTER, again.id(), false);
        assertThat(directory.lookup.revision(ORG)).isEqualTo(revision);
    }

    @Test
    void aPlanThatWasOvertakenIsRefusedAndChangesNothing() throws IOException {
        Plan plan = directory.plan(FIRST);
        directory.department("Something else");
        assertThat(directory.plans.isOvertaken(ORG, plan)).isTrue();
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, plan.id(), true))
                .hasMessageContaining("has changed since");
        assertThatThrownBy(() -> directory.plans.apply(OTHER, POSTMASTER, plan.id(), true))
                .hasMessageContaining("no import");
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 9)
                        .total())
                .isZero();
    }

    @Test
    void aPlanSurvivesARestart() throws IOException {
        Plan plan = directory.plan(FIRST);
        directory.close();
        directory = new OneDirectory(home);
        directory.plans.apply(ORG, POSTMASTER, plan.id(), false);
        assertThat(directory.at("bob@example.org").name()).isEqualTo("Bob");
    }

    @Test
    void whatATableDidNotBringItDoesNotEnd() throws IOException {
        Account manual = directory.account("manual@example.org");
        directory.applied(FIRST);
        directory.applied("address\nada@example.org\n");
        assertThat(directory.at("manual@example.org")).isEqualTo(manual);
        assertThat(directory.at("bob@example.org").state()).isEqualTo(AccountState.DELETED);
        Plan keep = directory.plans.planCsv(
                ORG, POSTMASTER, "address\nnew@example.org\n".getBytes(StandardCharsets.UTF_8), Encoding.AUTO, false);
        assertThat(keep.counts()).containsEntry("new", 1L).doesNotContainKey("left");
        assertThat(directory
                        .plan("address\nmanual@example.org\nada@example.org\n")
                        .counts())
                .containsEntry("taken_over", 1L);
    }

    @Test
    void manyWhoWouldLeaveAtOnceAreConfirmedFirst() throws IOException {
        String many = "address\n"
                + IntStream.range(0, 40)
                        .mapToObj(i -> "p" + i + "@example.org\n")
                        .collect(Collectors.joining());
        directory.applied(many);
        Plan four = directory.plan(many.substring(0, many.indexOf("p36")));
        assertThat(four.counts()).containsEntry("left", 4L);
        assertThat(four.confirmNeeded()).as("a few always may").isFalse();
        Plan ten = directory.plan(many.substring(0, many.indexOf("p30")));
        assertThat(ten.confirmNeeded()).isTrue();
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, ten.id(), false))
                .hasMessageContaining("has to be confirmed");
        assertThat(directory.at("p39@example.org").state()).isEqualTo(AccountState.ACTIVE);
        directory.plans.apply(ORG, POSTMASTER, ten.id(), true);
        assertThat(directory.at("p39@example.org").state()).isEqualTo(AccountState.DELETED);
    }

    @Test
    void chineseTablesAreReadInEveryEncodingTheyComeIn() throws IOException {
        String table = "邮箱,姓名,部门,状态\nwang@example.org,王丽,销售部/华北,在职\nli@example.org,李雷,法务部,停用\n";
        for (byte[] bytes : List.of(
                table.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
                table.getBytes(Charset.forName("GB18030")),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16LE),
                table.getBytes(StandardCharsets.UTF_16))) {
            Plan plan = directory.plans.planCsv(ORG, POSTMASTER, bytes, Encoding.AUTO, true);
            assertThat(directory.plans.changes(plan, PlanChange.Kind.NEW, 0, 10).changes())
                    .extracting(one -> one.after().name())
                    .containsExactly("王丽", "李雷");
        }
        byte[] gb = table.getBytes(Charset.forName("GB18030"));
        assertThatThrownBy(() -> directory.plans.planCsv(ORG, POSTMASTER, gb, Encoding.UTF_8, true))
                .hasMessageContaining("not written in utf-8");
        assertThatThrownBy(() -> directory.plans.planCsv(
                        ORG, POSTMASTER, new byte[] {'a', (byte) 0xff, '\n'}, Encoding.AUTO, true))
                .hasMessageContaining("neither");
        directory.applied(table);
        assertThat(directory.members.suggest(ORG, "王", 5))
                .extracting(Account::address)
                .containsExactly("wang@example.org");
    }

    @Test
    void everyFaultNamesLineAndColumnAndChangesNothing() {
        assertThat(faults("")).containsExactly("The file is empty; its first line names the columns.");
        assertThat(faults("mail\nx\n")).hasSize(2).first().asString().startsWith("Line 1, column mail:");
        assertThat(faults("address,address\n")).containsExactly("Line 1, column address: This column is there twice.");
        assertThat(faults("""
                address,name,department,state
                ada@example.org,Ada,,
                ,Nobody,,
                bob@elsewhere.example,Bob,,
                eve@example.org,Eve,A//B,
                zoe@example.org,Zoe,,gone
                ada@example.org,Twin,,
                """))
                .hasSize(4)
                .anySatisfy(fault -> assertThat(fault).startsWith("Line 3, column address:"))
                .anySatisfy(fault -> assertThat(fault).startsWith("Line 4, column address: elsewhere.example is no"))
                .anySatisfy(fault -> assertThat(fault).startsWith("Line 5, column department:"))
                .anySatisfy(fault -> assertThat(fault).startsWith("Line 6, column state: \"gone\""));
        assertThat(faults("address,name\nada@example.org,A\n\"bob@example.org\",\"two\nlines\"\nada@example.org,B\n"))
                .containsExactly("Line 5, column address: ada@example.org means the same account as line 2.");
        assertThat(faults("address,aliases\na@example.org,x@example.org\nb@example.org,x@example.org\n"))
                .containsExactly(
                        "Line 3, column aliases: x@example.org is an address of another account in the same list.");
        assertThat(directory.log).isEmpty();
    }

    @Test
    void hostileTablesAreHarmless() {
        assertThat(faults("address\n\"never closed@example.org\n" + "x\n".repeat(1_000)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("The file is no table");
        assertThat(faults("address,name\na@example.org," + "n".repeat(5_000_000) + "\n"))
                .hasSize(1);
        assertThat(faults("a,".repeat(100_000) + "\n")).containsExactly("A table has at most 20 columns.");
        assertThat(faults("address\n" + "nonsense\n".repeat(50_000))).hasSize(Faults.MOST);
        assertThat(faults("address,name\na@example.org,\u0000\u0007\n")).hasSize(1);
        assertThat(faults("address,name\na@example.org,x\u202Ey\n")).hasSize(1);
        assertThat(faults("address,department\na@example.org," + "d/".repeat(17) + "d\n"))
                .hasSize(1);
        assertThat(faults("address\na@example.org,b,c\n")).hasSize(1);
        assertThatThrownBy(() -> directory.plans.planCsv(
                        ORG, POSTMASTER, new byte[MemberCsv.MOST_BYTES + 1], Encoding.AUTO, true))
                .hasMessageContaining("larger than");
        String formula = "=cmd|'/c calc'!A0";
        Plan plan = directory.plan("address,name\na@example.org,\"" + formula + "\"\n");
        assertThat(plan.counts()).containsEntry("new", 1L);
    }

    @Test
    void accountsExchangeAddressesInOneImport() throws IOException {
        directory.applied("id,address,aliases\n1,a@example.org,x@example.org\n2,b@example.org,\n");
        String first = directory.at("a@example.org").id();
        String second = directory.at("b@example.org").id();
        directory.applied("id,address,aliases\n1,b@example.org,\n2,a@example.org,x@example.org\n");
        assertThat(directory.at("b@example.org").id()).isEqualTo(first);
        assertThat(directory.at("a@example.org").id()).isEqualTo(second);
        assertThat(directory.at("x@example.org").id()).isEqualTo(second);
        directory.applied("address\nx@example.org\nb@example.org\n");
        assertThat(directory.at("x@example.org").id()).as("known by its alias").isEqualTo(second);
        assertThat(directory.at("x@example.org").address()).isEqualTo("x@example.org");
    }

    @Test
    void aFailedImportChangesNothing() throws IOException {
        Plan plan = directory.plan(FIRST);
        directory.logFails = true;
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, plan.id(), false))
                .isInstanceOf(IOException.class);
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 9)
                        .total())
                .isZero();
        assertThat(directory.members.tree(ORG).all()).isEmpty();
        directory.logFails = false;
        directory.plans.apply(ORG, POSTMASTER, plan.id(), false);
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 9)
                        .total())
                .isEqualTo(3);
    }

    @Test
    void theLogKeepsWhatBecameOfEverybody() throws IOException {
        directory.applied(FIRST);
        assertThat(directory.logged("directory.import_part").getFirst())
                .containsEntry("part", "1/1")
                .containsEntry("count", "6")
                .containsEntry("changes", """
                        department Sales
                        department Sales/North
                        department Legal
                        new ada@example.org: name Ada; departments Sales/North; +a.l@example.org; +ada.l@example.org
                        new bob@example.org: name Bob; departments Sales/North
                        new eve@example.org: name Eve; departments Legal""");
        directory.log.clear();
        directory.applied("""
                address,name,department,aliases,state
                ada@example.org,Ada Lovelace,Sales/North,ada.l@example.org;lovelace@example.org,
                bob@example.org,Bob,Legal,,
                eve@example.org,Eve,Legal,,active
                """);
        assertThat(directory.logged("directory.import_part").getFirst().get("changes"))
                .isEqualTo("""
                        enabled eve@example.org
                        moved bob@example.org: departments Sales/North -> Legal
                        readdressed ada@example.org: name Ada -> Ada Lovelace; +lovelace@example.org; -a.l@example.org""");
        directory.log.clear();
        var many = new StringBuilder("address\n");
        for (int i = 0; i < 2 * PlanParts.CHANGES_PER_ENTRY; i++) {
            many.append("person").append(i).append("@example.org\n");
        }
        directory.applied(many.toString());
        List<Map<String, String>> parts = directory.logged("directory.import_part");
        assertThat(parts).extracting(part -> part.get("part")).containsExactly("1/3", "2/3", "3/3");
        assertThat(parts).extracting(part -> part.get("count")).containsExactly("500", "500", "3");
        assertThat(parts.getLast().get("changes"))
                .isEqualTo("left ada@example.org\nleft bob@example.org\nleft eve@example.org");
    }

    @Test
    void anImportOfWhichNotEverythingCanBeLoggedIsNotMade() throws IOException {
        Plan plan = directory.plan(FIRST);
        directory.whenLogged = type -> {
            if (type.equals("directory.import_part")) {
                throw new IllegalStateException("the log is out of order");
            }
        };
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, plan.id(), false))
                .isInstanceOf(IllegalStateException.class);
        assertThat(directory.members.tree(ORG).all()).isEmpty();
        assertThat(directory.log.getLast().type()).isEqualTo("directory.change_failed");
        assertThat(directory.log.getLast().detail()).containsEntry("object", plan.id());
    }

    @Test
    void plansThatCanBeAppliedKeepTheirChangesHoweverManyThereAre() throws IOException {
        Plan first = directory.plan(FIRST);
        for (int i = 0; i < 20; i++) {
            directory.plan("address\np" + i + "@example.org\n");
        }
        directory.plans.apply(ORG, POSTMASTER, first.id(), false);
        assertThat(directory.at("ada@example.org").name()).isEqualTo("Ada");
    }

    @Test
    void aPlanOfWhichAnythingIsMissingIsNotApplied() {
        Plan plan = directory.plan(FIRST);
        directory
                .database
                .jdbc()
                .sql("delete from directory_plan_change where plan = ? and place = 4")
                .param(plan.id())
                .update();
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, plan.id(), true))
                .hasMessageContaining("has changed since");
        assertThat(directory.plans.find(ORG, plan.id()).orElseThrow().state()).isEqualTo(Plan.State.OPEN);
        assertThat(directory.log).isEmpty();
    }

    @Test
    void whoeverDiscardsAPlanIsInTheLogAndOtherPlansStay() throws IOException {
        Plan unwanted = directory.plan(FIRST);
        Plan wanted = directory.plan("address\nada@example.org\n");
        Plan discarded = directory.plans.discard(ORG, POSTMASTER, unwanted.id());
        assertThat(discarded.state()).isEqualTo(Plan.State.DISCARDED);
        assertThat(directory.log).singleElement().satisfies(entry -> {
            assertThat(entry.type()).isEqualTo("directory.import_discard");
            assertThat(entry.detail()).containsEntry("object", unwanted.id()).containsEntry("new", "3");
        });
        assertThat(directory.told).isEmpty();
        assertThatThrownBy(() -> directory.plans.discard(ORG, POSTMASTER, unwanted.id()))
                .hasMessageContaining("already");
        assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, unwanted.id(), true))
                .hasMessageContaining("already");
        directory.logFails = true;
        assertThatThrownBy(() -> directory.plans.discard(ORG, POSTMASTER, wanted.id()))
                .isInstanceOf(IOException.class);
        directory.logFails = false;
        directory.plans.apply(ORG, POSTMASTER, wanted.id(), false);
    }

    @Test
    void whoReturnsWithoutADepartmentDoesNotBringAMergedOneBack() throws IOException {
        directory.applied(FIRST);
        directory.applied("address\nada@example.org\nbob@example.org\n");
        String legal = directory.department("Legal");
        directory.departments.merge(ORG, POSTMASTER, legal, directory.department("Sales"));
        Plan back = directory.plan("address\nada@example.org\nbob@example.org\neve@example.org\n");
        assertThat(back.counts()).containsEntry("back", 1L).doesNotContainKey("department");
        directory.plans.apply(ORG, POSTMASTER, back.id(), false);
        assertThat(directory.at("eve@example.org").departments()).isEmpty();
        assertThat(directory.members.tree(ORG).at(List.of("Sales", "Legal"))).isEmpty();
    }

    @Test
    void aDepartmentThatIsNamedTwiceIsOne() throws IOException {
        directory.applied("address,department\nada@example.org,Sales; sales ;ＳＡＬＥＳ\n");
        assertThat(directory.at("ada@example.org").departments()).hasSize(1);
        assertThat(directory.members.memberships(
                        ORG, directory.at("ada@example.org").id()))
                .hasSize(1);
        assertThat(directory.members.tree(ORG).all()).hasSize(1);
    }

    @Test
    void oneLargeTableIsWorkedOnAtATime() throws IOException {
        Plan plan = directory.plan(FIRST);
        String done = directory.turn.alone(() -> {
            assertThatThrownBy(() -> directory.plan(FIRST)).hasMessageContaining("try again");
            assertThatThrownBy(() -> directory.plans.apply(ORG, POSTMASTER, plan.id(), false))
                    .hasMessageContaining("try again");
            return "done";
        });
        assertThat(done).isEqualTo("done");
        assertThatThrownBy(() -> directory.plan("nonsense\n")).isInstanceOf(MemberRefusedException.class);
        directory.plans.apply(ORG, POSTMASTER, plan.id(), false);
    }

    @Test
    void whatIsReadFromADirectoryOfBeforeBecomesNoPlan() throws IOException {
        long before = directory.plans.revision(ORG);
        directory.department("Something else");
        var listing = new Listing(AccountSource.CSV, List.of(), 0);
        assertThatThrownBy(() -> directory.plans.plan(ORG, POSTMASTER, listing, false, Threshold.PRESET, before))
                .hasMessageContaining("has changed since");
        assertThat(directory.plans.newest(ORG)).isEmpty();
    }

    @Test
    void aLargeTableIsTakenWhole() throws IOException {
        int accounts = 5_000;
        var table = new StringBuilder("address,name,department,aliases\n");
        for (int i = 0; i < accounts; i++) {
            table.append("person")
                    .append(i)
                    .append("@example.org,Person ")
                    .append(i)
                    .append(",Division ")
                    .append(i % 4)
                    .append("/Department ")
                    .append(i % 200)
                    .append(",p")
                    .append(i)
                    .append("@example.org\n");
        }
        Plan plan = directory.plan(table.toString());
        directory.plans.apply(ORG, POSTMASTER, plan.id(), false);
        assertThat(directory
                        .members
                        .accounts(ORG, Members.Filter.all(), null, 1)
                        .total())
                .isEqualTo(accounts);
        assertThat(directory.members.tree(ORG).all()).hasSize(204);
        assertThat(directory.plan(table.toString()).changes()).isZero();
    }
}
