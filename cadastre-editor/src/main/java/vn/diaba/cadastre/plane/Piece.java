package vn.diaba.cadastre.plane;

import java.util.List;

/**
 * A connected face of a plane graph. Its arrays are read, never written.
 *
 * @param shell nodes of the outer ring, counter-clockwise, first not repeated
 * @param holes nodes of each hole, clockwise
 * @param squareMetres its size, holes taken away
 */
@SuppressWarnings("ArrayRecordComponent")
public record Piece(int[] shell, List<int[]> holes, double squareMetres) {}
