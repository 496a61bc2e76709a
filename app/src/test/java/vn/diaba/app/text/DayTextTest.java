package vn.diaba.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DayTextTest {
    @Test
    void theDayComesFirstUnlessTheYearDoes() {
        for (String typed : List.of("5/11/2026", "05-11-2026", " 5.11.2026 ", "2026-11-05")) {
            assertEquals(Optional.of(LocalDate.of(2026, 11, 5)), DayText.read(typed), typed);
        }
    }

    @Test
    void whatIsNoDayIsNone() {
        for (String typed : List.of("", "31/2/2026", "11/2026", "5/13/2026", "mai", "5/11/26")) {
            assertEquals(Optional.empty(), DayText.read(typed), typed);
        }
    }
}
