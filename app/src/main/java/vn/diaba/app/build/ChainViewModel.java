package vn.diaba.app.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import vn.diaba.app.edit.Notice;
import vn.diaba.app.job.JobOutcome;
import vn.diaba.app.job.JobRunner;
import vn.diaba.app.text.Messages;
import vn.diaba.app.tool.ToolDesk;
import vn.diaba.cadastre.cogo.CogoException;
import vn.diaba.cadastre.cogo.PointChain;
import vn.diaba.cadastre.command.ImpossibleEditException;
import vn.diaba.cadastre.edit.EditOutcome;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.linework.BuildFromPoints;
import vn.diaba.cadastre.linework.ChainParcel;
import vn.diaba.cadastre.linework.PointNumbers;
import vn.diaba.cadastre.linework.SheetCommune;
import vn.diaba.cadastre.measure.PlaneMath;
import vn.diaba.cadastre.model.IdBlock;
import vn.diaba.cadastre.model.ParcelNumber;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.cadastre.record.SurveyPoint;

/** Parcels to be made of survey points, a chain of numbers each; the last row is blank. FX thread only. */
final class ChainViewModel {
    private final ToolDesk desk;
    private final JobRunner jobs;
    private final ObservableList<ChainRow> rows = FXCollections.observableArrayList();
    private final StringProperty sheet = new SimpleStringProperty(this, "sheet", "");
    private final IntegerProperty current = new SimpleIntegerProperty(this, "current", 0);
    /** Counts what was computed, for whoever draws it. */
    private final ReadOnlyIntegerWrapper version = new ReadOnlyIntegerWrapper(this, "version");

    private Fabric listed = Fabric.empty();
    private PointNumbers numbers = new PointNumbers(listed);
    private boolean isUsed;
    private Runnable onBuilt = () -> {};
    private boolean isFilling;

    ChainViewModel(ToolDesk desk, JobRunner jobs) {
        this.desk = desk;
        this.jobs = jobs;
        rows.add(new ChainRow(this::compute));
        desk.workspace().stateProperty().addListener((property, was, is) -> renew());
        desk.tongue().messagesProperty().addListener((property, was, is) -> compute());
    }

    /** The parcels; the last row is blank. */
    ObservableList<ChainRow> rows() {
        return rows;
    }

    /** The map sheet of their numbers, "" for none. */
    StringProperty sheetProperty() {
        return sheet;
    }

    /** The row that points clicked go to. */
    IntegerProperty currentProperty() {
        return current;
    }

    /** Changes when something was computed. */
    ReadOnlyIntegerProperty versionProperty() {
        return version.getReadOnlyProperty();
    }

    /** What is done when parcels were built. */
    void setOnBuilt(Runnable action) {
        onBuilt = action;
    }

    /** Whether the tool is in use. */
    void use(boolean needed) {
        isUsed = needed;
        renew();
    }

    private void renew() {
        Fabric land = desk.workspace().fabric();
        if (!isUsed || listed == land) {
            return;
        }
        jobs.submit("job-points", progress -> new PointNumbers(land), outcome -> {
            if (outcome instanceof JobOutcome.Done<PointNumbers> done
                    && desk.workspace().fabric() == land) {
                listed = land;
                numbers = done.value();
                compute();
            }
        });
    }

    /** The row that points clicked go to. */
    ChainRow currentRow() {
        return rows.get(Math.max(0, Math.min(current.get(), rows.size() - 1)));
    }

    /** Takes a point clicked; the first one again closes the parcel, and the next click begins another. */
    void pick(SurveyPoint point) {
        ChainRow row = currentRow();
        boolean closes =
                row.points().size() > 2 && row.points().get(0).position().equals(point.position());
        row.append(point.number());
        if (closes) {
            current.set(rows.size() - 1);
        }
    }

    /** Takes the last point back. */
    void unpick() {
        if (currentRow().isBlank() && rows.size() > 1) {
            current.set(rows.size() - 2);
        }
        currentRow().shorten();
    }

    /** Takes a row away. */
    void remove(ChainRow row) {
        isFilling = true;
        rows.remove(row);
        if (rows.isEmpty()) {
            rows.add(new ChainRow(this::compute));
        }
        isFilling = false;
        compute();
    }

    /** Takes chains of several lines, a parcel each. */
    void paste(String text) {
        isFilling = true;
        rows.removeIf(ChainRow::isBlank);
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] cells = line.split("\t", -1);
            ChainRow row = new ChainRow(this::compute);
            row.chainProperty().set(cells[0].strip());
            row.numberProperty().set(cells.length > 1 ? cells[1].strip() : "");
            row.landUseProperty().set(cells.length > 2 ? cells[2].strip() : "");
            rows.add(row);
        });
        isFilling = false;
        compute();
    }

    private void compute() {
        if (isFilling) {
            return;
        }
        if (rows.isEmpty() || !rows.get(rows.size() - 1).isBlank()) {
            rows.add(new ChainRow(this::compute));
        }
        for (ChainRow row : rows) {
            show(row);
        }
        version.set(version.get() + 1);
    }

    private void show(ChainRow row) {
        Messages messages = desk.tongue().messages();
        List<SurveyPoint> read = new ArrayList<>();
        if (row.isBlank()) {
            row.show(read, "", "");
            return;
        }
        String complaint = "";
        try {
            List<String> names = PointChain.parse(row.chainProperty().get());
            for (String name : names) {
                read.add(numbers.point(name));
            }
            boolean closed = names.size() > 1 && names.get(0).equals(names.get(names.size() - 1));
            if (closed) {
                read.remove(read.size() - 1);
            }
            if (closed || read.size() > 2) {
                BuildFromPoints.ring(parcel(row, 0), numbers);
            }
        } catch (CogoException e) {
            complaint = messages.sentence(e.code(), e.arguments());
        } catch (ImpossibleEditException e) {
            complaint = messages.sentence(e.code(), e.arguments());
        }
        double area = read.size() < 3
                ? 0
                : PlaneMath.area(read.stream().map(SurveyPoint::position).toList())
                        .squareMetres();
        row.show(read, area == 0 ? "" : messages.values().styled(area, "m2"), complaint);
    }

    /** The next number of the sheet after one; 0 without a sheet, or when none is left. */
    private long number(long after) {
        return sheet.get().isBlank()
                ? 0
                : desk.workspace().fabric().nextNumber(commune(), sheet.get().strip(), after);
    }

    private ChainParcel parcel(ChainRow row, long counted) throws CogoException {
        String typed = row.numberProperty().get().strip();
        String number = typed.isEmpty() && counted > 0 ? Long.toString(counted) : typed;
        return new ChainParcel(
                PointChain.parse(row.chainProperty().get()),
                new ParcelNumber(commune(), sheet.get().strip(), number),
                row.landUseProperty().get().strip());
    }

    private String commune() {
        return SheetCommune.of(
                desk.workspace().fabric(),
                desk.workspace().commune(),
                sheet.get().strip());
    }

    /** Makes the parcels, all in one act; what keeps it from that is said. */
    void build() {
        List<ChainRow> typed = rows.stream().filter(row -> !row.isBlank()).toList();
        Optional<ChainRow> bad =
                typed.stream().filter(row -> row.wrongProperty().get()).findFirst();
        if (typed.isEmpty()) {
            desk.workspace().say(Notice.of("chain-empty"));
            return;
        }
        if (bad.isPresent()) {
            desk.workspace()
                    .say(Notice.of("build-row-wrong", bad.get().noteProperty().get()));
            return;
        }
        long next = number(0);
        List<ChainParcel> parcels = new ArrayList<>();
        try {
            for (ChainRow row : typed) {
                parcels.add(parcel(row, next));
                next = next > 0 && row.numberProperty().get().isBlank() ? number(next) : next;
            }
        } catch (CogoException e) {
            desk.workspace().say(Notice.of(e.code(), e.arguments().toArray()));
            return;
        }
        BuildFromPoints command = new BuildFromPoints(parcels, ParcelSet.SURVEYED, IdBlock.fresh(desk.clock()));
        desk.workspace().submit(command, outcome -> {
            if (outcome.filter(EditOutcome.Applied.class::isInstance).isPresent()) {
                isFilling = true;
                rows.setAll(new ChainRow(this::compute));
                current.set(0);
                isFilling = false;
                compute();
                onBuilt.run();
            }
        });
    }
}
