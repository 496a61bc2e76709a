package vn.diaba.store.codec;

/**
 * Which state of an object the land database holds. Immutable.
 *
 * @param key the object
 * @param version 1 when first recorded and one more with each change; negative once it is removed; 0 when there never was
 *     one
 */
public record ObjectVersion(ObjectKey key, long version) {}
