package io.netwright.exchange.safetensors;

import io.netwright.text.UserException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A file's header, checked: every tensor's bytes are there, belong to no other, and leave no hole.
///
/// @param length   of the header in bytes, without the eight before it
/// @param metadata the file's own notes
/// @param tensors  by name, in the order of their bytes
record Header(int length, Map<String, String> metadata, SequencedMap<String, TensorInfo> tensors) {

    /// As in the format's reference implementation.
    static final int LONGEST = 100_000_000;

    /// The eight bytes before the header.
    static final int PREFIX = 8;

    /// @param dataBytes how many bytes follow the header
    /// @throws UserException where tensors overlap, leave bytes unused or reach beyond the end
    static Header of(
            int length, Map<String, String> metadata, List<TensorInfo> tensors, long dataBytes, Refusals refusals) {
        List<TensorInfo> inOrder = new ArrayList<>(tensors);
        inOrder.sort(Comparator.comparingLong(TensorInfo::begin).thenComparingLong(TensorInfo::end));
        long at = 0;
        String before = "";
        SequencedMap<String, TensorInfo> byName = new LinkedHashMap<>();
        for (TensorInfo t : inOrder) {
            if (t.end() > dataBytes) {
                throw refusals.cutOff(t, dataBytes);
            }
            if (t.begin() < at) {
                throw refusals.overlap(t, before, at);
            }
            if (t.begin() > at) {
                throw refusals.hole(t.name(), at, t.begin());
            }
            at = t.end();
            before = t.name();
            byName.put(t.name(), t);
        }
        if (at < dataBytes) {
            throw refusals.hole("", at, dataBytes);
        }
        return new Header(length, metadata, byName);
    }
}
