package vn.diaba.exchange.parcel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.diaba.cadastre.command.ParcelAttributes;
import vn.diaba.cadastre.fabric.Fabric;
import vn.diaba.cadastre.fabric.ParcelCursor;
import vn.diaba.cadastre.measure.Area;
import vn.diaba.cadastre.measure.LegalArea;
import vn.diaba.cadastre.model.Parcel;
import vn.diaba.cadastre.model.ParcelId;
import vn.diaba.cadastre.record.LandRecord;
import vn.diaba.cadastre.record.Party;
import vn.diaba.cadastre.record.Right;
import vn.diaba.exchange.table.Column;
import vn.diaba.exchange.table.ColumnType;
import vn.diaba.exchange.table.CrsHint;
import vn.diaba.exchange.table.FeatureTable;
import vn.diaba.exchange.table.RawShape;
import vn.diaba.exchange.table.Row;
import vn.diaba.exchange.table.RowSource;
import vn.diaba.exchange.table.ShapeKind;
import vn.diaba.exchange.table.TableSchema;

/**
 * The live parcels of a fabric as a table for the writers: our attributes by their names, then the further columns they
 * came with. Land users leave only when a person says so, identity numbers never. Confined to one thread.
 */
public final class ParcelTable {
    private static final List<String> WITHOUT_PEOPLE = ParcelAttributes.NAMES.stream()
            .filter(name -> !ParcelAttributes.OF_HOLDER.contains(name))
            .toList();

    private final Fabric fabric;
    private final List<ParcelId> parcels;
    private final boolean withPeople;

    /**
     * Chooses what leaves.
     *
     * @param fabric the land
     * @param select which live parcels, all for {@code parcel -> true}
     * @param withPeople whether names of land users and columns that may name persons leave too
     */
    public ParcelTable(Fabric fabric, Predicate<Parcel> select, boolean withPeople) {
        this.fabric = fabric;
        this.withPeople = withPeople;
        parcels = new ArrayList<>();
        ParcelCursor cursor = fabric.cursor();
        List<Parcel> chosen = new ArrayList<>();
        for (int slot = 0; slot < fabric.parcelSlots(); slot++) {
            if (cursor.at(slot)) {
                Parcel parcel = fabric.parcelAt(slot);
                if (select.test(parcel)) {
                    chosen.add(parcel);
                }
            }
        }
        chosen.sort(ParcelOrder.BY_NUMBER);
        chosen.forEach(parcel -> parcels.add(parcel.id()));
    }

    /** The parcels in the table's order: commune, sheet, number. */
    public List<ParcelId> parcels() {
        return List.copyOf(parcels);
    }

    /**
     * The table; may be asked for several times.
     *
     * @param name of the layer
     * @param crs what the table says of the fabric's coordinates
     */
    public FeatureTable table(String name, CrsHint crs) {
        List<String> attributes = new ArrayList<>(WITHOUT_PEOPLE);
        if (withPeople) {
            attributes.add("landUser");
            attributes.add("userType");
        }
        List<Column> columns = new ArrayList<>();
        for (String attribute : attributes) {
            boolean area = attribute.equals("area") || attribute.equals("legalArea");
            columns.add(area ? new Column(attribute, ColumnType.DECIMAL, 0, 1) : Column.of(attribute, ColumnType.TEXT));
        }
        Map<String, ColumnType> extras = extras();
        extras.forEach((column, type) -> columns.add(Column.of(column, type)));
        TableSchema schema = new TableSchema(name, columns, ShapeKind.POLYGONS, crs);
        List<String> extraNames = new ArrayList<>(extras.keySet());
        return new FeatureTable(schema, new RowSource() {
            private int next;

            @Override
            public @Nullable Row next() {
                return next < parcels.size() ? row(next++, attributes, extraNames, extras) : null;
            }

            @Override
            public long expected() {
                return parcels.size();
            }

            @Override
            public void close() {}
        });
    }

    /** The further columns of the chosen parcels with the one type all their values have, else text. */
    private Map<String, ColumnType> extras() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        for (ParcelId id : parcels) {
            fabric.parcel(id).facts().extras().forEach((name, value) -> {
                boolean leaves = withPeople || !PersonColumns.mayName(name);
                if (leaves && !ParcelAttributes.NAMES.contains(name)) {
                    types.merge(name, typeOf(value), (a, b) -> a == b ? a : ColumnType.TEXT);
                }
            });
        }
        return types;
    }

    private static ColumnType typeOf(Object value) {
        if (value instanceof Long) {
            return ColumnType.INTEGER;
        }
        if (value instanceof BigDecimal) {
            return ColumnType.DECIMAL;
        }
        if (value instanceof Boolean) {
            return ColumnType.BOOLEAN;
        }
        if (value instanceof LocalDate) {
            return ColumnType.DATE;
        }
        return value instanceof OffsetDateTime ? ColumnType.DATETIME : ColumnType.TEXT;
    }

    private Row row(int n, List<String> attributes, List<String> extraNames, Map<String, ColumnType> types) {
        Parcel parcel = fabric.parcel(parcels.get(n));
        @Nullable Object[] values = new Object[attributes.size() + extraNames.size()];
        for (int i = 0; i < attributes.size(); i++) {
            values[i] = value(parcel, attributes.get(i));
        }
        for (int i = 0; i < extraNames.size(); i++) {
            Object value = parcel.facts().extras().get(extraNames.get(i));
            boolean asText = types.get(extraNames.get(i)) == ColumnType.TEXT && value != null;
            values[attributes.size() + i] = asText ? String.valueOf(value) : value;
        }
        return new Row(n + 1L, shape(parcel.id()), values);
    }

    private @Nullable Object value(Parcel parcel, String attribute) {
        if (attribute.equals("area")) {
            return LegalArea.of(new Area(fabric.areaOf(parcel.id()).squareMetres()))
                    .squareMetres();
        }
        if (attribute.equals("legalArea")) {
            LegalArea legal = parcel.facts().legalArea();
            return legal == null ? null : legal.squareMetres();
        }
        String text = ParcelAttributes.OF_HOLDER.contains(attribute)
                ? ofHolders(parcel, attribute)
                : ParcelAttributes.text(parcel, attribute);
        return text.isEmpty() ? null : text;
    }

    private String ofHolders(Parcel parcel, String attribute) {
        List<String> values = new ArrayList<>();
        for (Right right : fabric.rightsOf(parcel.id())) {
            LandRecord holder = fabric.findRecord(right.party()).orElse(null);
            if (holder instanceof Party party) {
                values.add(attribute.equals("landUser") ? party.name() : party.userType());
            }
        }
        return String.join("; ", values);
    }

    private RawShape shape(ParcelId id) {
        ParcelCursor cursor = fabric.cursor();
        cursor.at(fabric.slotOf(id));
        int points = cursor.sides() + cursor.rings();
        double[] xy = new double[2 * points];
        int[] paths = new int[cursor.rings() + 1];
        List<Integer> parts = new ArrayList<>();
        int at = 0;
        for (int r = 0; r < cursor.rings(); r++) {
            if (cursor.isShell(r)) {
                parts.add(r);
            }
            int n = cursor.coordinates(r, xy, 2 * at);
            xy[2 * (at + n)] = xy[2 * at];
            xy[2 * (at + n) + 1] = xy[2 * at + 1];
            at += n + 1;
            paths[r + 1] = at;
        }
        parts.add(cursor.rings());
        return new RawShape(
                ShapeKind.POLYGONS,
                xy,
                paths,
                parts.stream().mapToInt(Integer::intValue).toArray());
    }
}
