package vn.diaba.app.survey;

import java.util.List;

/** The single constructions: how many points each needs and what is measured. */
enum ConstructionKind {
    /** Bearing and distance from a station. */
    POLAR(List.of("A"), List.of(Value.BEARING, Value.DISTANCE)),
    /** Angle from a point seen back, and distance, from a station. */
    ANGLE(List.of("A", "B"), List.of(Value.ANGLE, Value.DISTANCE)),
    /** Distances from two points: two solutions. */
    DISTANCES(List.of("A", "B"), List.of(Value.DISTANCE, Value.DISTANCE)),
    /** Angles at both ends of a base. */
    FORWARD(List.of("A", "B"), List.of(Value.ANGLE, Value.ANGLE)),
    /** Bearings from two points. */
    BEARINGS(List.of("A", "B"), List.of(Value.BEARING, Value.BEARING)),
    /** A bearing from one point and a distance from another: two solutions. */
    BEARING_DISTANCE(List.of("A", "B"), List.of(Value.BEARING, Value.DISTANCE)),
    /** Along a baseline and square to it. */
    OFFSET(List.of("A", "B"), List.of(Value.STATION, Value.OFFSET)),
    /** The foot of the perpendicular from a point on a line. */
    FOOT(List.of("A", "B", "P"), List.of()),
    /** Where two lines meet. */
    LINES(List.of("A", "B", "C", "D"), List.of()),
    /** An arc of a radius, as points. */
    ARC_RADIUS(List.of("A", "B"), List.of(Value.RADIUS, Value.CHORD_ERROR)),
    /** An arc through a point, as points. */
    ARC_THROUGH(List.of("A", "C", "B"), List.of(Value.CHORD_ERROR));

    /** What a number typed is. */
    enum Value {
        /** Clockwise from grid north. */
        BEARING,
        /** Clockwise from the other point. */
        ANGLE,
        /** Metres. */
        DISTANCE,
        /** Metres along the baseline. */
        STATION,
        /** Metres square to it, to the right. */
        OFFSET,
        /** Metres, to the right of the way; negative to the left. */
        RADIUS,
        /** Largest distance between chord and arc, metres. */
        CHORD_ERROR
    }

    private final List<String> bases;
    private final List<Value> values;

    ConstructionKind(List<String> bases, List<Value> values) {
        this.bases = bases;
        this.values = values;
    }

    /** The letters of the points it starts from. */
    List<String> bases() {
        return bases;
    }

    /** What is measured. */
    List<Value> measures() {
        return values;
    }
}
