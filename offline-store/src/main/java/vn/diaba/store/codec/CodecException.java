package vn.diaba.store.codec;

import org.jspecify.annotations.Nullable;

/** Bytes are not of the form they should have, or of one this program does not know. */
public final class CodecException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with the bytes; never what they say of persons. */
    public CodecException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
