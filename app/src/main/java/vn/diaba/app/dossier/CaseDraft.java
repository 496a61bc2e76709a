package vn.diaba.app.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import vn.diaba.app.text.DayText;
import vn.diaba.app.text.Values;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.CaseFile;

/** What is typed of a case. FX thread only. */
public final class CaseDraft {
    private final StringProperty number = new SimpleStringProperty(this, "number", "");
    private final ObjectProperty<@Nullable String> procedure = new SimpleObjectProperty<>(this, "procedure");
    private final StringProperty received = new SimpleStringProperty(this, "received", "");
    private final StringProperty deadline = new SimpleStringProperty(this, "deadline", "");
    private final StringProperty applicant = new SimpleStringProperty(this, "applicant", "");
    private final StringProperty remark = new SimpleStringProperty(this, "remark", "");
    private final ObjectProperty<List<ParcelId>> parcels = new SimpleObjectProperty<>(this, "parcels", List.of());

    CaseDraft(Runnable changed) {
        for (StringProperty text : List.of(number, received, deadline, applicant, remark)) {
            text.addListener((property, was, is) -> changed.run());
        }
        procedure.addListener((property, was, is) -> changed.run());
        parcels.addListener((property, was, is) -> changed.run());
    }

    /** The office's number. */
    public StringProperty numberProperty() {
        return number;
    }

    /** Code of the kind of change asked for; null for none. */
    public ObjectProperty<@Nullable String> procedureProperty() {
        return procedure;
    }

    /** The day it came, as typed; "" for none. */
    public StringProperty receivedProperty() {
        return received;
    }

    /** The day it is due, as typed; "" for none. */
    public StringProperty deadlineProperty() {
        return deadline;
    }

    /** Who asks. */
    public StringProperty applicantProperty() {
        return applicant;
    }

    /** Anything else. */
    public StringProperty remarkProperty() {
        return remark;
    }

    /** What it is about. */
    public ObjectProperty<List<ParcelId>> parcelsProperty() {
        return parcels;
    }

    /** Shows a case. */
    void fill(CaseFile file, Values values) {
        number.set(file.number());
        procedure.set(file.procedure().isEmpty() ? null : file.procedure());
        received.set(text(file.received(), values));
        deadline.set(text(file.deadline(), values));
        applicant.set(file.applicant());
        remark.set(file.remark());
        parcels.set(file.parcels());
    }

    private static String text(@Nullable LocalDate day, Values values) {
        return day == null ? "" : values.plain(day);
    }

    /**
     * The case typed, over what is known of it.
     *
     * @param known the case as it is; null for a new one
     * @param fresh id of a new one
     * @throws ImpossibleEditException {@code dossier-kind-missing}, {@code day-unreadable} with what was typed
     */
    CaseFile over(@Nullable CaseFile known, UUID fresh) throws ImpossibleEditException {
        String asked = procedure.get();
        if (asked == null && !number.get().isBlank()) {
            throw new ImpossibleEditException("dossier-kind-missing");
        }
        CaseFile base = known == null ? CaseFile.opened(fresh, "", "", List.of()) : known;
        return base.cited(number.get().strip(), asked == null ? "" : asked)
                .dated(day(received), day(deadline))
                .about(parcels.get())
                .described(applicant.get().strip(), remark.get().strip());
    }

    private static @Nullable LocalDate day(StringProperty typed) throws ImpossibleEditException {
        if (typed.get().isBlank()) {
            return null;
        }
        return DayText.read(typed.get())
                .orElseThrow(() -> new ImpossibleEditException(
                        "day-unreadable", typed.get().strip()));
    }
}
