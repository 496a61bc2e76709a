package vn.diaba.app.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnionCommandTest {
    @TempDir
    Path home;

    private TestConsole console;
    private String workspace;

    /** Three 10 m squares in a row, 1/1 to 1/3 from the west. */
    @BeforeEach
    void land() throws IOException {
        console = new TestConsole(home);
        workspace = console.workspaceOfSquares(home, 3);
    }

    @Test
    void aDryRunShowsTheWholeAndChangesNothing() {
        String said = console.json(0, "merge", workspace, "1/1", "1/2", "--set", "address=Xóm Đông", "--dry-run");
        assertTrue(said.contains("\"parcel\" : \"1/4\""), said);
        assertTrue(said.contains("\"areaM2\" : 200"), said);
        assertTrue(said.contains("Xóm Đông"), said);
        assertTrue(console.json(0, "info", workspace).contains("\"parcels\" : 3"));
    }

    @Test
    void aDryRunOfWhatCannotBeDoneSaysWhyAndExitsWithOne() {
        assertTrue(
                console.json(1, "merge", workspace, "1/1", "1/3", "--dry-run").contains("parcels-not-adjacent"));
    }

    @Test
    void theChosenAttributesAreTaken() {
        console.ok("set", workspace, "1/2", "landUse=CLN");
        console.json(0, "merge", workspace, "1/1", "1/2", "--from", "landUse=1/2", "--drop-straight");
        assertTrue(console.json(0, "find", workspace, "1/4").contains("1/4"));
        String said = console.json(0, "merge", workspace, "1/4", "1/3", "--dry-run");
        assertTrue(said.contains("\"CLN\",\n") || said.contains("\"CLN\", \"DGT\""), said);
    }

    @Test
    void differentLandUsersNeedTheReason() {
        console.ok("set", workspace, "1/2", "landUser=Bà Hai");
        assertTrue(console.json(3, "merge", workspace, "1/1", "1/2").contains("land-users-differ"));
        assertTrue(console.json(0, "merge", workspace, "1/1", "1/2", "--reason", "thừa kế")
                .contains("\"1/4\""));
    }

    private boolean said(String... arguments) {
        return console.json(0, arguments).contains("\"violations\" : [ ]")
                || console.out().contains("\"violations\" : []");
    }

    @Test
    void annexedLandMakesTwoNewParcelsOrKeepsBoth() {
        assertTrue(said("annex", workspace, "1/1", "1/2", "--line", "500007 1199999, 500007 1200011"));
        assertTrue(console.out().contains("\"parcel\" : \"1/5\""), console.out());
        assertTrue(said(
                "annex",
                workspace,
                "1/5",
                "1/3",
                "--line",
                "500018 1199999, 500018 1200011",
                "--at",
                "500019 1200005",
                "--numbers",
                "keep"));
        assertTrue(console.out().contains("\"created\" : [ ]") || console.out().contains("\"created\" : []"));
    }

    @Test
    void aBoundaryIsAdjusted() {
        assertTrue(said("adjust", workspace, "1/1", "1/2", "--line", "500008 1200000, 500012 1200010"));
        assertTrue(console.out().contains("\"1/1\""), console.out());
        console.run(3, "adjust", workspace, "1/1", "1/3", "--line", "500008 1200000, 500008 1200010");
        assertTrue(console.err().contains("1200010"), console.err());
    }

    @Test
    void aHoleIsCutAndFilled() {
        String ring = "500002 1200002, 500004 1200002, 500004 1200004";
        assertTrue(console.json(3, "cut-hole", workspace, "1/1", "--ring", ring, "--open")
                .contains("reason-needed"));
        assertTrue(console.json(0, "cut-hole", workspace, "1/1", "--ring", ring, "--open", "--reason", "ao")
                .contains("no-gap"));
        assertTrue(console.json(0, "fill-hole", workspace, "--at", "500003.5 1200002.5", "--to", "1/1")
                .contains("fill-hole"));
        assertTrue(said("cut-hole", workspace, "1/2", "--ring", ring.replace("50000", "50001")));
        assertTrue(console.out().contains("\"parcel\" : \"1/5\""), console.out());
    }

    @Test
    void partsAreAddedAndTakenAway() {
        assertTrue(said("add-part", workspace, "1/1", "1/3", "--at", "500025 1200005"));
        assertTrue(said("remove-part", workspace, "1/1", "--at", "500025 1200005"));
        assertTrue(console.json(3, "remove-part", workspace, "1/4", "--at", "500005 1200005")
                .contains("only-part"));
    }

    @Test
    void aRoadIsDissolvedAndRetired() {
        assertTrue(said("dissolve", workspace, "1/2"));
        assertTrue(console.out().contains("\"areaM2\" : 300"), console.out());
        console.run(2, "retire", workspace, "1/4");
        console.json(0, "retire", workspace, "1/4", "--reason", "thu hồi");
        assertTrue(console.json(0, "info", workspace).contains("\"parcels\" : 0"));
    }
}
