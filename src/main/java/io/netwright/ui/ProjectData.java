package io.netwright.ui;

import io.netwright.compile.DataSignature;
import io.netwright.data.LoadedData;

/// A project's data once it is loaded, with what the compiler needs to know of it.
public record ProjectData(LoadedData data, DataSignature signature) {}
