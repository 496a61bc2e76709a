package vn.diaba.app.transfer;

import java.util.List;
import java.util.Map;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.diaba.app.intake.FileLook;
import vn.diaba.app.intake.IntakeKind;
import vn.diaba.app.intake.IntakeOrder;
import vn.diaba.cadastre.model.ParcelSet;
import vn.diaba.exchange.object.LevelNames;
import vn.diaba.exchange.parcel.ImportOptions;
import vn.diaba.exchange.table.ReadOptions;

/** What a person says of a file to be taken in; begins with what was found out about it. FX thread only. */
public final class ImportAnswers {
    private final ObjectProperty<IntakeKind> kind = new SimpleObjectProperty<>(this, "kind", IntakeKind.PARCELS);
    private final StringProperty layer = new SimpleStringProperty(this, "layer", "");
    private final StringProperty encoding = new SimpleStringProperty(this, "encoding", ReadOptions.AUTO);
    private final IntegerProperty crs = new SimpleIntegerProperty(this, "crs", 0);
    private final ObjectProperty<ImportOptions.Axes> axes =
            new SimpleObjectProperty<>(this, "axes", ImportOptions.Axes.EAST_NORTH);
    private final ObjectProperty<Double> weld = new SimpleObjectProperty<>(this, "weld", 0.0);
    private final ObjectProperty<ParcelSet> set = new SimpleObjectProperty<>(this, "set", ParcelSet.SURVEYED);
    private final ObjectProperty<IntakeOrder.Repeated> repeated =
            new SimpleObjectProperty<>(this, "repeated", IntakeOrder.Repeated.ASK);
    private final ColumnChoice columns = new ColumnChoice();

    /** Nothing is said yet. */
    void forget() {
        layer.set("");
        encoding.set(ReadOptions.AUTO);
        crs.set(0);
        weld.set(0.0);
        set.set(ParcelSet.SURVEYED);
        repeated.set(IntakeOrder.Repeated.ASK);
    }

    /** Takes over what was found; what a person has said since the first look stays. */
    void take(FileLook found, boolean first) {
        if (first) {
            kind.set(found.kind());
            axes.set(found.kind() == IntakeKind.POINTS ? ImportOptions.Axes.AUTO : found.axes());
            crs.set(found.crs().isStated() ? 0 : found.crs().epsg());
        }
        layer.set(found.layer());
        columns.begin(found.mapped());
    }

    /** Those after which the file has to be looked at anew. */
    List<Property<?>> ofLook() {
        return List.of(layer, encoding);
    }

    /** Those after which it has to be read anew. */
    List<Property<?>> ofReading() {
        return List.of(kind, crs, axes, weld, set, repeated);
    }

    /** Which column holds what. */
    ColumnChoice columns() {
        return columns;
    }

    /** Layer and encoding. */
    ReadOptions reading() {
        return new ReadOptions(layer.get().isEmpty() ? null : layer.get(), encoding.get());
    }

    /** The order to read it. */
    IntakeOrder order() {
        Map<String, String> stated = kind.get() == IntakeKind.PARCELS ? columns.stated() : Map.of();
        ImportOptions options = new ImportOptions(crs.get(), stated, axes.get(), weld.get(), set.get());
        IntakeOrder.ShotRule usual = IntakeOrder.ShotRule.STANDARD;
        IntakeOrder.ShotRule shots =
                new IntakeOrder.ShotRule(usual.metresPerUnit(), usual.role(), usual.toleranceMetres(), repeated.get());
        return new IntakeOrder(kind.get(), reading(), options, new LevelNames(Map.of()), shots);
    }

    /** What it is read as. */
    public ObjectProperty<IntakeKind> kindProperty() {
        return kind;
    }

    /** The layer read; "" where there is one only. */
    public StringProperty layerProperty() {
        return layer;
    }

    /** How its texts are written. */
    public StringProperty encodingProperty() {
        return encoding;
    }

    /** The EPSG code of its CRS; 0 for the one it states. */
    public IntegerProperty crsProperty() {
        return crs;
    }

    /** The order of its coordinates. */
    public ObjectProperty<ImportOptions.Axes> axesProperty() {
        return axes;
    }

    /** How far a point may move to an older corner, metres. */
    public ObjectProperty<Double> weldProperty() {
        return weld;
    }

    /** The coverage its parcels go to. */
    public ObjectProperty<ParcelSet> setProperty() {
        return set;
    }

    /** What becomes of points of one name. */
    public ObjectProperty<IntakeOrder.Repeated> repeatedProperty() {
        return repeated;
    }
}
