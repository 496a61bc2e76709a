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
                Fabric.empty(), List.of(), List.of(), 2, List.of(), Instant.parse("2026-11-02T07:03:22Z"));
        assertEquals("Đã ghi 14:03:22", texts.saved(state));
    }

    @Test
    void theSyncItemTellsWhatWaitsAndWhenBothWereTogether() {
        DeskState state = new DeskState(Fabric.empty(), List.of(), List.of(), 5, List.of(), null);
        assertEquals("5 thay đổi chưa gửi", texts.sync(state, SyncFacts.NONE, false));
        // The clock stands at 08:00 of 2 November; 06:05 of that day needs no date.
        assertEquals(
                "5 thay đổi chưa gửi · đồng bộ lần cuối 06:05",
                texts.sync(state, synced("2026-11-01T23:05:00Z", 0), false));
        assertEquals(
                "5 thay đổi chưa gửi · đồng bộ lần cuối 01/11/2026 06:05 · 2 xung đột · không có đường truyền",
                new StatusTexts(new Messages(Language.VIETNAMESE, ZoneOffset.ofHours(7)), TestLand.CLOCK)
                        .sync(state, synced("2026-10-31T23:05:00Z", 2), true));
    }

    @Test
    void theBackupTellsWhereItIsAndWhenItWasMade() {
        assertEquals("", texts.backup(BackupState.NONE));
        assertEquals("chưa có bản sao lưu", texts.backup(new BackupState(BackupState.Place.OWN, null)));
        Instant early = Instant.parse("2026-11-01T23:05:00Z");
        assertEquals("bản sao lưu 06:05", texts.backup(new BackupState(BackupState.Place.OWN, early)));
        assertEquals("bản sao trên USB 06:05", texts.backup(new BackupState(BackupState.Place.STICK, early)));
        assertEquals(
                "bản sao trên USB 06:05, chưa cắm", texts.backup(new BackupState(BackupState.Place.STICK_AWAY, early)));
    }

    private static SyncFacts synced(String at, int conflicts) {
        return new SyncFacts("embedded:/x", "", Instant.parse(at), true, conflicts, List.of());
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
