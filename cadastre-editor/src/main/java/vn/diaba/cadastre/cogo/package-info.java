/**
 * The surveyor's constructions and the texts surveyors type: polar points, intersections, resection, offsets, arcs,
 * angles, distances and chains of point numbers. Positions are east, north in metres of the project plane; bearings run
 * clockwise from grid north; angles are clockwise positive. What cannot be constructed or read says so with a code and
 * numbers. Knows measures only, no land.
 */
@NullMarked
package vn.diaba.cadastre.cogo;

import org.jspecify.annotations.NullMarked;
