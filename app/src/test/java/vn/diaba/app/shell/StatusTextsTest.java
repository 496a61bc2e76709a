package vn.diaba.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.diaba.app.edit.DeskState;
import vn.diaba.app.edit.TestLand;
import vn.diaba.app.sync.BackupState;
import vn.diaba.app.sync.SyncFacts;
import vn.diaba.app.text.Language;
import vn.diaba.app.text.Messages;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.map.tool.Measurement;

class StatusTextsTest {
    private final StatusTexts texts =
            new StatusTexts(new Messages(Language.VIETNAMESE, ZoneOffset.UTC), TestLand.CLOCK);

    @Test
    void northIsXAndComesFirst() {
        assertEquals("X 1214000,500   Y 598000,125", texts.place(598000.125, 1214000.5));
    }

    @Test
    void aScaleIsReadHoweverItIsTyped() {
        assertEquals(Optional.of(500.0), StatusTexts.scaleOf("500"));
        assertEquals(Optional.of(500.0), StatusTexts.scaleOf(" 1 : 500 "));
        assertEquals(Optional.of(10000.0), StatusTexts.scaleOf("1:10.000"));
        assertEquals(Optional.empty(), StatusTexts.scaleOf("1:0"));
        assertEquals(Optional.empty(), StatusTexts.scaleOf("lớn"));
    }

    @Test
    void savedIsTheUsersTime() {
        DeskState state = new DeskState(
                Fabric.empty(), List.of(), List.of(), 2, List.of(), Instant.parse("2026-11-02T07:03:22Z"), null);
        assertEquals("Đã ghi 14:03:22", texts.saved(state));
    }

    @Test
    void theSyncItemTellsWhatWaitsAndWhenBothWereTogether() {
        DeskState state = new DeskState(Fabric.empty(), List.of(), List.of(), 5, List.of(), null, null);
        assertEquals("5 chưa gửi", texts.sync(state, SyncFacts.NONE, false));
        // The clock stands at 08:00 of 2 November; 06:05 of that day needs no date.
        assertEquals("5 chưa gửi · đồng bộ 06:05", texts.sync(state, synced("2026-11-01T23:05:00Z", 0), false));
        assertEquals(
                "5 chưa gửi · 2 xung đột · đồng bộ 01/11 · mất đường truyền",
                new StatusTexts(new Messages(Language.VIETNAMESE, ZoneOffset.ofHours(7)), TestLand.CLOCK)
                        .sync(state, synced("2026-10-31T23:05:00Z", 2), true));
    }

    @Test
    void ownActsProposalsAndThoseSentBackAreToldApart() {
        DeskState state = new DeskState(Fabric.empty(), List.of(), List.of(), 9, List.of(), null, null);
        // Of nine acts three wait for approval, one was sent back, two wait for a decision on one conflict.
        SyncFacts facts =
                new SyncFacts("embedded:/x", "", null, true, 1, new SyncFacts.Waiting(3, 3, 1, 2, 0), List.of(), null);
        assertEquals("3 chưa gửi · 3 chờ duyệt · 1 bị trả lại · 1 xung đột", texts.sync(state, facts, false));
        StatusTexts english = new StatusTexts(new Messages(Language.ENGLISH, ZoneOffset.UTC), TestLand.CLOCK);
        assertEquals("3 unsent · 3 to be approved · 1 sent back · 1 conflict", english.sync(state, facts, false));
        assertEquals("""
                3 of my changes are unsent.
                3 changes were sent and wait for approval by another person.
                1 change was refused or sent back; mend and sync again.
                1 conflict waits for my decision.
                Never synced yet.""", english.syncTip(state, facts, false));
    }

    @Test
    void theBackupTellsWhereItIsAndWhenItWasMade() {
        assertEquals("", texts.backup(BackupState.NONE));
        assertEquals("chưa sao lưu", texts.backup(new BackupState(BackupState.Place.OWN, null)));
        Instant early = Instant.parse("2026-11-01T23:05:00Z");
        assertEquals("sao lưu 06:05", texts.backup(new BackupState(BackupState.Place.OWN, early)));
        assertEquals("USB 06:05", texts.backup(new BackupState(BackupState.Place.STICK, early)));
        assertEquals("USB 06:05 (chưa cắm)", texts.backup(new BackupState(BackupState.Place.STICK_AWAY, early)));
    }

    private static SyncFacts synced(String at, int conflicts) {
        return new SyncFacts(
                "embedded:/x", "", Instant.parse(at), true, conflicts, SyncFacts.Waiting.NONE, List.of(), null);
    }

    @Test
    void aBearingIsInDegreesMinutesSeconds() {
        assertEquals("45°30'15\"", StatusTexts.degrees(45.504166667));
        assertEquals("0°00'00\"", StatusTexts.degrees(359.99999));
    }

    @Test
    void aMeasurementNamesItsReference() {
        String text = texts.measured(Measurement.of(List.of(new double[] {0, 0}, new double[] {3, 4})));
        assertEquals("Dài 5,000 m (phẳng); đoạn cuối 5,000 m\nPhương vị lưới 36°52'12\"", text);
    }
}
