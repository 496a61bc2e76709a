package vn.diaba.app.survey;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PastedLegsTest {
    @Test
    void blanksPartPointAngleAndDistanceAndTheAngleMayHaveBlanks() {
        assertEquals(
                List.of(
                        new LegText("12", false, "45 30 15", "100,25", ""),
                        new LegText("13", false, "45.5042", "80.1", "")),
                PastedLegs.parse("12 45 30 15 100,25\n\n 13   45.5042\t".strip() + "  80.1", false));
    }

    @Test
    void cellsAreOfferedWithAHeadingAndARadius() {
        assertEquals(
                List.of(new LegText("P1", true, "50,56g", "31,4", "-20"), new LegText("P2", true, "", "5", "")),
                PastedLegs.parse("Điểm\tPV\tCạnh\tR\nP1\t50,56g\t31,4\t-20\nP2\t\t5", true));
        assertEquals(
                List.of(new LegText("a", false, "90-00-00", "10,5", "")), PastedLegs.parse("a;90-00-00;10,5", false));
    }

    @Test
    void aQuadrantBearingIsABearingWhateverIsSaid() {
        assertEquals(
                List.of(new LegText("B", true, "N45-30-15E", "12.5", "")),
                PastedLegs.parse("B N45-30-15E 12.5", false));
    }

    @Test
    void rowsThatNameBothEndsLoseTheFirst() {
        assertEquals(
                List.of(new LegText("2", true, "90-00-00", "10", ""), new LegText("3", true, "0-00-00", "20", "")),
                PastedLegs.parse("1 2 90-00-00 10\n2 3 0-00-00 20", true));
    }
}
