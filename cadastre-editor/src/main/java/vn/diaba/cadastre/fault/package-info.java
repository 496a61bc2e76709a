/** The common form of what can go wrong: a permanent code and the arguments of its sentence. Sentences live in the app. */
@NullMarked
package vn.diaba.cadastre.fault;

import org.jspecify.annotations.NullMarked;
