package vn.diaba.app.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.diaba.app.json.JsonWriter;
import vn.diaba.app.text.Messages;
import vn.diaba.app.workspace.ParcelNames;
import vn.diaba.cadastre.change.Change;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.rule.Violation;

/** What an edit did: which parcels ended, began, followed. */
final class EditAnswer implements Answer {
    private static final int SHOWN = 50;

    private final EditOutcome.Applied applied;
    private final Messages messages;
    private final ParcelNames names;
    private final List<ParcelId> retired = new ArrayList<>();
    private final List<Parcel> created = new ArrayList<>();
    private final Set<ParcelId> touched = new LinkedHashSet<>();

    /** The answer for an applied act. */
    EditAnswer(EditOutcome.Applied applied, Messages messages) {
        this.applied = applied;
        this.messages = messages;
        names = new ParcelNames(applied.fabric());
        for (Change change : applied.changes().changes()) {
            if (change instanceof Change.ParcelChange parcel) {
                sort(parcel);
            } else if (change instanceof Change.CornerChange corner) {
                touched.addAll(applied.fabric().parcelsAt(corner.id()));
            }
        }
        created.forEach(parcel -> touched.remove(parcel.id()));
    }

    private void sort(Change.ParcelChange change) {
        Parcel before = change.before();
        Parcel after = change.after();
        boolean was = before != null && before.isLive();
        boolean is = after != null && after.isLive();
        if (was && is) {
            touched.add(change.id());
        } else if (was) {
            retired.add(change.id());
        } else if (is && after != null) {
            created.add(after);
        }
    }

    @Override
    public void writeJson(JsonWriter json) throws IOException {
        Fabric land = applied.fabric();
        Edits.write(json, applied.changes())
                .texts("retired", retired.stream().map(names::label).toList())
                .objects("created", created, (inner, parcel) -> {
                    LegalArea legal = parcel.facts().legalArea();
                    inner.text("parcel", parcel.label())
                            .text("id", parcel.id().toString())
                            .metres("areaM2", land.areaOf(parcel.id()).squareMetres())
                            .value("legalAreaM2", legal == null ? null : legal.squareMetres());
                })
                .texts("touched", touched.stream().map(names::label).toList())
                .objects("violations", applied.violations(), (inner, violation) -> new ParcelJson(names)
                        .write(inner, violation, messages));
    }

    private String message(Violation violation) {
        return names.sentence(messages, violation);
    }

    @Override
    public void writeText(TextLines lines) {
        lines.say(applied.changes().label());
        for (Parcel parcel : created) {
            Area area = applied.fabric().areaOf(parcel.id());
            LegalArea legal = parcel.facts().legalArea();
            if (legal == null) {
                lines.say("edit-created", parcel.label(), area);
            } else {
                lines.say("edit-created-legal", parcel.label(), area, legal);
            }
        }
        if (!retired.isEmpty()) {
            lines.say("edit-retired", shown(retired));
        }
        if (!touched.isEmpty()) {
            lines.say("edit-touched", shown(touched));
        }
        for (Violation violation : applied.violations()) {
            lines.say("edit-brings", message(violation), violation.place());
        }
    }

    /** The labels; of very many only the first, with a sign that there are more. */
    private Object shown(Collection<ParcelId> parcels) {
        return parcels.size() <= SHOWN
                ? names.labels(parcels)
                : parcels.stream().limit(SHOWN).map(names::label).toList();
    }
}
