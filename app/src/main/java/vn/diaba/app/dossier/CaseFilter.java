package vn.diaba.app.dossier;

import java.time.LocalDate;
import vn.diaba.cadastre.record.CaseFile;

/** Which cases are listed. */
public enum CaseFilter {
    /** Those worked on. */
    WORKED_ON,
    /** Those worked on still after the day they were due. */
    LATE,
    /** Those given to be checked. */
    HANDED_IN,
    /** Every one, those closed as well. */
    ALL;

    /** Whether a case is listed on a day. */
    boolean shows(CaseFile file, LocalDate today) {
        return switch (this) {
            case WORKED_ON -> file.state().isWorkedOn();
            case LATE -> file.isLateOn(today);
            case HANDED_IN -> file.state() == CaseFile.State.HANDED_IN;
            case ALL -> true;
        };
    }

    /** Code of its name. */
    String code() {
        return "dossier-filter." + name();
    }
}
